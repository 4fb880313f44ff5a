// Values that the stack keeps.
const pulumi = require("@pulumi/pulumi");

const stash = new pulumi.Stash("first", { input: new pulumi.Config().require("value") });
exports.output = stash.output;
