// What a program can ask about its deployment.
const pulumi = require("@pulumi/pulumi");

exports.stack = pulumi.getStack();
exports.project = pulumi.getProject();
exports.organization = pulumi.getOrganization();
exports.dryRun = pulumi.runtime.isDryRun();
exports.directory = require("path").basename(pulumi.getRootDirectory?.() ?? pulumi.runtime.getRootDirectory());
exports.cwd = require("path").basename(process.cwd());
exports.hasEngine = pulumi.runtime.hasEngine();
