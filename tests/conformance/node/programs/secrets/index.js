// Secrets by every way in and out; none of them is plain in the state.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const config = new pulumi.Config();
const token = config.requireSecret("token");
const input = new Thing("input", { name: pulumi.secret("hidden"), tags: { open: "yes", token } });
const output = new Thing("output", { size: 1 }, { additionalSecretOutputs: ["address"] });
const applied = new Thing("applied", { name: token.apply((text) => text.toUpperCase()), zone: output.address });

exports.name = input.name;
exports.address = output.address;
exports.applied = applied.name;
exports.mixed = { open: 1, hidden: pulumi.secret({ deep: ["x"] }) };
exports.exposed = pulumi.unsecret(token).apply((text) => text.length);
exports.isSecret = pulumi.isSecret(output.address);
