// Resources that use each other's outputs, and outputs of every kind.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const network = new Thing("network", { size: 3 });
const server = new Thing("server", { name: pulumi.interpolate`on ${network.address}`, tags: { env: "dev", empty: null }, ports: [80, 443] });

exports.address = server.address;
exports.id = network.id;
exports.sizes = pulumi.all([network.size, server.id]).apply(([size, id]) => ({ size, id }));
exports.nothing = undefined;
exports.list = [1, true, "three"];
exports.password = pulumi.secret("s3cret");
exports.urn = server.urn;
