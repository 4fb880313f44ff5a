// Logs an error without throwing one: that alone fails no run.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

new Thing("thing", {});
pulumi.log.error("not as it should be");
