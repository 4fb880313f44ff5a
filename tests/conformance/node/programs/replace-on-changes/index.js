// Changes that replace because the program says so.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const round = new pulumi.Config().requireNumber("round");
new Thing("plain", { size: round });
new Thing("chosen", { size: round }, { replaceOnChanges: ["size"] });
new Thing("any", { name: `${round}` }, { replaceOnChanges: ["*"] });
new Thing("other", { size: round }, { replaceOnChanges: ["name"] });
