// Requires configuration that is not there.
const pulumi = require("@pulumi/pulumi");

exports.name = new pulumi.Config().require("absent");
