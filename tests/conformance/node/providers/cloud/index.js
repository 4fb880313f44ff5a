// The package `cloud`, on the provider server of the official SDK: disks that exist as soon as somebody has an id for them.
// Sizes mean trouble: 13 is refused, 14 is half done.
const pulumi = require("@pulumi/pulumi");

const signature = "4dabf18193072939515e22adb298388d";
const secret = (value) => ({ [signature]: "1b47061264138c4ac30d75fd1eb44270", value });

function trouble(id, inputs) {
    if (inputs.size === 13) {
        throw new Error("there is no room for 13");
    }
    if (inputs.size === 14) {
        throw Object.assign(new Error("the disk is half done"), { id, properties: { ...inputs, state: "half" }, reasons: ["formatting took too long"] });
    }
}

pulumi.provider.main({
    version: "2.1.0",
    async check(urn, olds, news) {
        const failures = news.size < 0 ? [{ property: "size", reason: "must not be negative" }] : [];
        return { inputs: { unit: "GiB", ...news }, failures };
    },
    async diff(id, urn, olds, news) {
        const changed = ["size", "zone"].filter((key) => olds[key] !== news[key]);
        return { changes: changed.length > 0, replaces: changed.filter((key) => key === "zone"), deleteBeforeReplace: news.size === 1 };
    },
    async create(urn, inputs) {
        const id = `disk-${inputs.zone}`;
        trouble(id, inputs);
        return { id, outs: { ...inputs, key: secret(`key of ${id}`) } };
    },
    async update(id, urn, olds, news) {
        trouble(id, news);
        return { outs: { ...news, key: secret(`new key of ${id}`) } };
    },
    async read(id, urn, props) {
        if (id === "disk-gone") {
            return { id: "", props: {} };
        }
        const inputs = { size: 5, zone: id.slice("disk-".length), unit: "GiB" };
        return { id, props: { ...inputs, key: secret(`key of ${id}`) }, inputs };
    },
    async delete(id, urn, props) {
        if (props.size === 99) {
            throw new Error(`${id} is in use`);
        }
    },
    async invoke(token, args) {
        if (args.name === "nowhere") {
            return { outputs: {}, failures: [{ property: "name", reason: "is no zone" }] };
        }
        return { outputs: { zone: args.name.toLowerCase(), ...(args.keys ? { key: secret("zone key") } : {}) } };
    },
}, process.argv.slice(2));
