// Reads resources that are managed elsewhere, by a fixed id and by one that another resource gives.
const { Thing } = require("../thing");

const network = Thing.get("network", "existing");
const server = new Thing("server", { name: network.address });
const again = Thing.get("again", server.id);

exports.size = network.size;
exports.again = again.name;
