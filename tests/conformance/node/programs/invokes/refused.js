// A function that says which argument is wrong.
const pulumi = require("@pulumi/pulumi");

exports.result = pulumi.runtime.invoke("test:index:refuse", { text: "x" });
