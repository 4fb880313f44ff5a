// Fails before any resource is declared.
throw new Error("nothing is ready");
