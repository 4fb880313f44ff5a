// Time limits as Go writes durations.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

new Thing("slow", { size: new pulumi.Config().requireNumber("size") }, { customTimeouts: { create: "1h2m3.5s", update: "90s", delete: "300ms" } });
