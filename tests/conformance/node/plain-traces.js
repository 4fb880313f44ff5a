// Loaded before every program: keeps source maps out of stack traces. With those of @pulumi/pulumi, whose paths lack a
// folder, Node.js 20 takes half a minute to colour the trace of an uncaught error.
Object.defineProperty(Error, "prepareStackTrace", { get: () => undefined, set: () => {} });
