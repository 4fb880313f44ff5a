// One resource fails half-way: what depends on it is not created, what does not is.
const { Thing } = require("../thing");

const before = new Thing("before", {});
const broken = new Thing("broken", {}, { dependsOn: before });
new Thing("after", { name: broken.address });

exports.before = before.address;
exports.after = broken.address;
