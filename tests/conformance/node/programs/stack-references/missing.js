// Refers to a stack that does not exist.
const pulumi = require("@pulumi/pulumi");

exports.network = new pulumi.StackReference("organization/nowhere/dev").getOutput("network");
