// The same with another size, a new property, a new resource, and other outputs.
const { Thing } = require("../thing");

const base = new Thing("base", { size: 2, tags: { a: "b" } });
const top = new Thing("top", { name: base.address, size: 1 });
new Thing("side", {}, { dependsOn: top });

exports.top = top.address;
