// A dynamic resource: its provider is part of the program. Sizes mean trouble: 13 fails, 14 is half done, 99 stays.
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
        if (inputs.size === 14) {
            throw Object.assign(new Error("half done"), { id: "disk-half", properties: inputs, reasons: ["it does not spin"] });
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
        super(provider, name, { made: undefined, key: undefined, unit: undefined, ...args }, { additionalSecretOutputs: ["key"] }, "disks", "Disk");
    }
}

const disk = new Disk("disk", { size: config.requireNumber("size"), zone: config.require("zone") });

exports.id = disk.id;
exports.made = disk.made;
exports.unit = disk.unit;
