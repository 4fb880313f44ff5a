// Configuration: of the project and of a package, typed, structured, secret, absent.
const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
exports.name = config.require("name");
exports.count = config.requireNumber("count");
exports.enabled = config.getBoolean("enabled");
exports.tags = config.requireObject("tags");
exports.password = config.requireSecret("password");
exports.absent = config.get("absent") === undefined;
exports.secretObject = config.requireSecretObject("credentials");
exports.other = new pulumi.Config("test").require("region");
