// Outputs of another stack: plain, required, secret, and one that it does not have.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const base = new pulumi.StackReference("organization/base/dev");
new Thing("server", { name: base.requireOutput("network"), zone: base.getOutput("zone") });

exports.network = base.getOutput("network");
exports.password = base.getOutput("password");
exports.absent = base.getOutput("absent").apply((value) => value === undefined);
exports.details = base.getOutputDetails("password").then((details) => Object.keys(details));
exports.name = base.name;
