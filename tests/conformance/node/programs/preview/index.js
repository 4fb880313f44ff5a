// Outputs that are not known in a preview, and what is made of them.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const first = new Thing("first", { size: 1, name: "known" });
const second = new Thing("second", { name: first.address, list: ["a", first.id], zone: first.name });

exports.address = first.address;
exports.name = first.name;
exports.applied = second.id.apply((id) => `${id}!`);
exports.mixed = { known: 1, unknown: second.address };
exports.dry = pulumi.runtime.isDryRun();
