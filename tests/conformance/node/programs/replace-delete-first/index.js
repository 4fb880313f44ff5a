// A resource that is deleted before it is replaced, one that must be replaced with it, and one that need not be.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const zone = new pulumi.Config().require("zone");
const disk = new Thing("disk", { zone }, { deleteBeforeReplace: true });
const server = new Thing("server", { zone: disk.id });
new Thing("alarm", { name: disk.id });
new Thing("note", {}, { dependsOn: server });
