// Functions that are called before and after what is done with a resource.
const pulumi = require("@pulumi/pulumi");
const { Thing, Pair } = require("../thing");

const config = new pulumi.Config();

function hook(name, opts) {
    return new pulumi.ResourceHook(name, async (args) => {
        const values = [["new inputs", args.newInputs], ["old inputs", args.oldInputs], ["new outputs", args.newOutputs], ["old outputs", args.oldOutputs]];
        await pulumi.log.info(`${name} of ${args.name} ${args.id}: ${values.filter(([, value]) => value).map(([what, value]) => `${what} ${value.size}`).join(", ")}`);
    }, opts);
}

const beforeDelete = hook("before delete");
const afterDelete = hook("after delete");
const always = hook("always", { onDryRun: true });
if (config.getBoolean("present") !== false) {
    new Thing("hooked", { size: config.requireNumber("size") }, {
        hooks: {
            beforeCreate: [hook("before create"), always],
            afterCreate: [hook("after create")],
            beforeUpdate: [hook("before update")],
            afterUpdate: [hook("after update")],
            beforeDelete: [beforeDelete],
            afterDelete: [afterDelete],
        },
    });
}
const pair = new Pair("pair", {}, { hooks: { afterCreate: [hook("component")] } });
