// Three resources of which some are targets.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const size = new pulumi.Config().requireNumber("size");
const a = new Thing("a", { size });
const b = new Thing("b", { size, name: a.address });
new Thing("c", { size, name: b.address });

exports.b = b.address;
