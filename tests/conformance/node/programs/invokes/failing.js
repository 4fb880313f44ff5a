// A function that fails.
const pulumi = require("@pulumi/pulumi");

exports.result = pulumi.runtime.invokeOutput("test:index:fail", {});
