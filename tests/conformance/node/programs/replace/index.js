// A resource and one that uses its id.
const { Thing } = require("../thing");

const disk = new Thing("disk", { zone: "1" });
exports.server = new Thing("server", { name: disk.id }).id;
exports.disk = disk.id;
