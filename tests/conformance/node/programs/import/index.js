// Takes over a resource that exists, with the inputs that it has.
const { Thing } = require("../thing");

const thing = new Thing("found", { size: 5 }, { import: "existing" });
exports.address = thing.address;
