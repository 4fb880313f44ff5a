// Replacements that no provider asks for: by a value, and with another resource.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const round = new pulumi.Config().requireNumber("round");
const triggered = new Thing("triggered", { size: 1 }, { replacementTrigger: { round, part: "x" } });
new Thing("follower", { size: 1 }, { replaceWith: [triggered] });
new Thing("bystander", { size: 1 });
