// Fails in a way that says that no stack trace is wanted.
const pulumi = require("@pulumi/pulumi");

throw new pulumi.RunError("no stack trace");
