// Requires an output that the other stack does not have.
const pulumi = require("@pulumi/pulumi");

exports.absent = new pulumi.StackReference("organization/base/dev").requireOutput("absent");
