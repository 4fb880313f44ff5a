// An engine made of Pulumi's own messages and services: it records what programs send it and answers as an engine would.
// Each line of stdin is a command in JSON, each line of stdout its answer:
//   { start: { dryRun, features, unimplemented, faults, functions, outputs } }  ->  { port }
//   { stop: port }  ->  { requests }: what arrived, in order, read by official code
// `features` are what SupportsFeature says yes to (all unless given), `unimplemented` are methods, `faults` are
// { method, name, code, message } for requests that fail, `functions` are results by token, and `outputs` are by type what
// resources have beside their inputs when they are created.
const readline = require("readline");
const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");
const engineServices = require("@pulumi/pulumi/proto/engine_grpc_pb.js");
const engine = require("@pulumi/pulumi/proto/engine_pb.js");
const provider = require("@pulumi/pulumi/proto/provider_pb.js");
const resourceServices = require("@pulumi/pulumi/proto/resource_grpc_pb.js");
const resource = require("@pulumi/pulumi/proto/resource_pb.js");

const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const secret = (value) => ({ [signature]: secretSignature, value });

// Fields that hold values, and fields that tell absent from false.
const values = { object: "getObject", properties: "getProperties", outputs: "getOutputs", args: "getArgs", replacementTrigger: "getReplacementTrigger" };
const optional = { protect: "hasProtect", retainondelete: "hasRetainondelete" };

// A message in plain JSON: its fields as official code names them, without "List" and "Map".
function plain(message) {
    const result = {};
    for (const [key, value] of Object.entries(message.toObject())) {
        if (key.endsWith("Map")) {
            result[key.slice(0, -3)] = Object.fromEntries(value.map(([name, item]) => [name, item?.urnsList ?? item]));
        } else {
            result[key.replace(/List$/, "")] = value;
        }
    }
    for (const [field, get] of Object.entries(values)) {
        if (message[get]) {
            result[field] = message[get]()?.toJavaScript();
        }
    }
    for (const [field, has] of Object.entries(optional)) {
        if (message[has] && !message[has]()) {
            delete result[field];
        }
    }
    return result;
}

// What an engine gives back: values without their dependencies.
function settled(value) {
    if (Array.isArray(value)) {
        return value.map(settled);
    }
    if (value === null || typeof value !== "object") {
        return value;
    }
    if (value[signature] === outputSignature) {
        const element = "value" in value ? settled(value.value) : unknown;
        return value.secret ? secret(element) : element;
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, settled(item)]));
}

class Session {
    constructor({ dryRun = false, features = null, unimplemented = [], faults = [], functions = {}, outputs = {} }) {
        Object.assign(this, { dryRun, features, unimplemented, faults, functions, outputs });
        this.requests = [];
        this.resources = new Map();
        this.rootUrn = "";
    }

    async listen() {
        this.server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
        this.server.addService(resourceServices.ResourceMonitorService, this.service(monitor));
        this.server.addService(engineServices.EngineService, this.service(engineMethods));
        return new Promise((resolve, reject) =>
            this.server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port))),
        );
    }

    service(methods) {
        const wrap = (name, answer) => (call, callback) => {
            const request = plain(call.request);
            this.requests.push({ method: name, ...request });
            const fault = this.faults.find((known) => known.method === name && (known.name === undefined || known.name === request.name));
            if (fault) {
                callback({ code: fault.code, details: fault.message });
            } else if (this.unimplemented.includes(name)) {
                callback({ code: grpc.status.UNIMPLEMENTED, details: `${name} is not implemented` });
            } else {
                callback(null, answer(this, request, call.request));
            }
        };
        return Object.fromEntries(Object.entries(methods).map(([name, answer]) => [name[0].toLowerCase() + name.slice(1), wrap(name, answer)]));
    }

    urn({ parent, type, name }) {
        const parentType = (parent ?? "").split("::")[2];
        const qualified = parentType && parentType !== "pulumi:pulumi:Stack" ? `${parentType}$${type}` : type;
        return `urn:pulumi:dev::shop::${qualified}::${name}`;
    }
}

const monitor = {
    GetDeploymentInfo: (session) => {
        const info = new resource.DeploymentInfo();
        info.setProject("shop");
        info.setStack("dev");
        info.setOrganization("organization");
        info.setDryrun(session.dryRun);
        info.setParallel(16);
        // Only what SupportsFeature knows too, so that every SDK sees the same engine.
        const { RESOURCE_MONITOR_FEATURE_BYTE_STRING: first, ...features } = resource.ResourceMonitorFeature;
        info.setSupportedfeaturesList(Object.values(features).filter((feature) => feature < first));
        return info;
    },
    SupportsFeature: (session, { id }) => {
        const response = new resource.SupportsFeatureResponse();
        response.setHassupport(session.features === null || session.features.includes(id));
        return response;
    },

    // Custom and remote resources give back their inputs and more: a text, a number, a map, and in a component the dependencies.
    RegisterResource: (session, request) => {
        const response = new resource.RegisterResourceResponse();
        const urn = session.urn(request);
        response.setUrn(urn);
        let outputs = {};
        if (request.custom || request.remote) {
            outputs = settled(request.object);
            if (!session.dryRun) {
                Object.assign(outputs, { result: `${request.name}-result`, count: 3, more: { deep: ["x", { y: "z" }] } }, session.outputs[request.type]);
            }
        }
        const id = request.custom && !session.dryRun ? request.importid || `${request.name}-id` : "";
        response.setId(id);
        response.setObject(Struct.fromJavaScript(outputs));
        if (request.remote) {
            const dependencies = new resource.RegisterResourceResponse.PropertyDependencies();
            dependencies.setUrnsList([`${urn}-inner`]);
            response.getPropertydependenciesMap().set("result", dependencies);
        }
        session.resources.set(urn, { id, state: outputs });
        return response;
    },
    RegisterResourceOutputs: () => new Empty(),
    ReadResource: (session, request) => {
        const response = new resource.ReadResourceResponse();
        response.setUrn(session.urn(request));
        const properties = request.type === "pulumi:pulumi:StackReference"
            ? { name: request.id, outputs: { plain: "p", secret: secret("s"), list: [1, 2] }, secretOutputNames: ["secret"] }
            : { ...settled(request.properties), result: `${request.id}-read` };
        response.setProperties(Struct.fromJavaScript(properties));
        return response;
    },

    // getResource finds what is registered; a function without a result gives back its arguments, and a secret.
    Invoke: (session, { tok, args }) => {
        const response = new resource.ResourceInvokeResponse();
        const result = tok === "pulumi:pulumi:getResource"
            ? { urn: args.urn, ...session.resources.get(args.urn) }
            : session.functions[tok] ?? { ...settled(args), found: "yes", hidden: secret("h") };
        response.setReturn(Struct.fromJavaScript(result));
        return response;
    },
    Call: (session, { args }) => {
        const response = new provider.CallResponse();
        const { __self__: self, ...rest } = settled(args);
        response.setReturn(Struct.fromJavaScript({ ...rest, described: "yes" }));
        return response;
    },
    RegisterPackage: () => new resource.RegisterPackageResponse(),
    RegisterStackTransform: () => new Empty(),
    RegisterStackInvokeTransform: () => new Empty(),
    RegisterResourceHook: () => new Empty(),
    RegisterErrorHook: () => new Empty(),
    SignalAndWaitForShutdown: () => new Empty(),
};

const engineMethods = {
    Log: () => new Empty(),
    GetRootResource: (session) => {
        const response = new engine.GetRootResourceResponse();
        response.setUrn(session.rootUrn);
        return response;
    },
    SetRootResource: (session, { urn }) => {
        session.rootUrn = urn;
        return new engine.SetRootResourceResponse();
    },
    StartDebugging: () => new Empty(),
    RequirePulumiVersion: () => new engine.RequirePulumiVersionResponse(),
};

const sessions = new Map();

async function execute({ start, stop }) {
    if (start) {
        const session = new Session(start);
        const port = await session.listen();
        sessions.set(port, session);
        return { port };
    }
    const session = sessions.get(stop);
    sessions.delete(stop);
    session.server.forceShutdown();
    return { requests: session.requests };
}

readline.createInterface({ input: process.stdin })
    .on("line", async (line) => console.log(JSON.stringify(await execute(JSON.parse(line)))))
    .on("close", () => process.exit(0));
console.log("ready");
