using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Writes a value that may hold inputs and outputs anywhere inside as JSON text.</summary>
/// <remarks>
/// Converters cannot wait. So each pass writes what is settled and collects what is not; when the outputs of one
/// depth are settled the next pass sees one depth further.
/// </remarks>
internal sealed class OutputJsonWriter : JsonConverterFactory
{
    private readonly List<Task> pending = [];
    private OutputTraits traits = OutputTraits.Plain;

    private OutputJsonWriter()
    {
    }

    public static async Task<OutputData<string>> WriteAsync<T>(T value, JsonSerializerOptions? options)
    {
        while (true)
        {
            var writer = new OutputJsonWriter();
            var text = JsonSerializer.Serialize(value, new JsonSerializerOptions(options ?? JsonSerializerOptions.Default) { Converters = { writer } });
            if (writer.pending.Count == 0)
                return new(writer.traits.IsKnown ? text : null, writer.traits);

            await Task.WhenAll(writer.pending).ConfigureAwait(false);
        }
    }

    public override bool CanConvert(Type typeToConvert) =>
        typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), this)
        ?? throw new InvalidOperationException($"No converter can be created for {typeToConvert}.");

    private sealed class Converter<T>(OutputJsonWriter writer) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"JSON cannot be read into {typeToConvert}. Read it into its value with Output.JsonDeserialize.");

        public override void Write(Utf8JsonWriter utf8, T value, JsonSerializerOptions options)
        {
            var data = value switch
            {
                IOutput output => output.GetDataAsync(),
                IInput input => input.Content.GetDataAsync(),
                _ => throw new InvalidOperationException($"Unhandled output {value?.GetType()}."),
            };

            if (!data.IsCompletedSuccessfully)
            {
                writer.pending.Add(data.AsTask());
                utf8.WriteNullValue();
                return;
            }

            var settled = data.Result;
            writer.traits = writer.traits.Join(settled.Traits);
            JsonSerializer.Serialize(utf8, settled.Value, options);
        }
    }
}
