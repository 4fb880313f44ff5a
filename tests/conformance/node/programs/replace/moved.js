// The first resource in another zone, so that it is replaced and the second updated.
const { Thing } = require("../thing");

const disk = new Thing("disk", { zone: "2" });
exports.server = new Thing("server", { name: disk.id }).id;
exports.disk = disk.id;
