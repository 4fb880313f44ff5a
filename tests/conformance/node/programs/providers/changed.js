// One provider with other settings: the resources that use it stay as they are.
const pulumi = require("@pulumi/pulumi");
const { Thing, Provider } = require("../thing");

const north = new Provider("north", { region: "far north", key: pulumi.secret("k") });
new Thing("explicit", {}, { provider: north });
