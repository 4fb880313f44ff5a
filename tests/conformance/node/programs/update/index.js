// Two resources of which one depends on an output of the other.
const { Thing } = require("../thing");

const base = new Thing("base", { size: 1 });
new Thing("top", { name: base.address, size: 1 });

exports.size = base.size;
