// A dynamic resource: its provider is part of the program. What it does is taken from the configuration.
const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
const password = config.requireSecret("password");

const provider = {
    async check(olds, news) {
        const failures = news.size < 0 ? [{ property: "size", reason: "must not be negative" }] : [];
        return { inputs: { ...news, unit: "GiB" }, failures };
    },
    async diff(id, olds, news) {
        return { changes: olds.size !== news.size || olds.zone !== news.zone, replaces: olds.zone !== news.zone ? ["zone"] : [] };
    },
    async create(inputs) {
        if (inputs.size === 13) {
            throw new Error("13 is unlucky");
        }
        return { id: `disk-${inputs.zone}`, outs: { ...inputs, made: "created", key: password.get() } };
    },
    async update(id, olds, news) {
        return { outs: { ...news, made: `updated from ${olds.size}`, key: password.get() } };
    },
    async read(id, props) {
        return { id, props: { ...props, made: "read" } };
    },
    async delete(id, props) {
        if (props.size === 99) {
            throw new Error(`${id} is in use`);
        }
    },
};

class Disk extends pulumi.dynamic.Resource {
    constructor(name, args) {
        super(provider, name, { made: undefined, key: undefined, ...args }, { additionalSecretOutputs: ["key"] }, "disks", "Disk");
    }
}

const size = config.getNumber("size");
if (size !== undefined) {
    const disk = new Disk("disk", { size, zone: config.get("zone") || "a" });
    exports.id = disk.id;
    exports.made = disk.made;
    exports.unit = disk.unit;
}
