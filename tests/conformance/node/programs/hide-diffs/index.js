// Differences that are not to be shown, and are made nonetheless.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

new Thing("thing", { size: new pulumi.Config().requireNumber("size") }, { hideDiffs: ["size"] });
