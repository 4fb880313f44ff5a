// A disk of the provider `cloud` with a secret password, what a function says about its zone, and a disk that exists already.
const pulumi = require("@pulumi/pulumi");

class Disk extends pulumi.CustomResource {
    constructor(name, args, opts) {
        super("cloud:index:Disk", name, { size: undefined, zone: undefined, unit: undefined, key: undefined, password: undefined, ...args }, { version: "2.0.0", ...opts });
    }
}

const zone = pulumi.runtime.invokeOutput("cloud:index:getZone", { name: "NORTH" }, { version: "2.0.0" });
const disk = new Disk("disk", { size: 3, zone: zone.zone, password: pulumi.secret("s3cret") });
const found = new Disk("found", {}, { id: "disk-south" });

exports.id = disk.id;
exports.unit = disk.unit;
exports.password = disk.password;
exports.key = disk.key;
exports.keys = pulumi.runtime.invokeOutput("cloud:index:getZone", { name: "NORTH", keys: true }, { version: "2.0.0" });
exports.found = found.size;
