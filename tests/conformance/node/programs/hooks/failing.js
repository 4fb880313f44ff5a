// A hook that prevents a creation, one whose failure is only a warning, and one that fails when the resource is there.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

function fail() {
    throw new Error("not now");
}

const tolerated = new Thing("tolerated", {}, { hooks: { beforeCreate: [new pulumi.ResourceHook("ignored", fail, { ignoreErrors: true })] } });
const late = new Thing("late", {}, { dependsOn: tolerated, hooks: { afterCreate: [new pulumi.ResourceHook("late", fail)] } });
new Thing("prevented", {}, { hooks: { beforeCreate: [new pulumi.ResourceHook("strict", fail)] } });
