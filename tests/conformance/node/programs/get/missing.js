// Reads a resource that does not exist.
const { Thing } = require("../thing");

exports.size = Thing.get("network", "nowhere").size;
