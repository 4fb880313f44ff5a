using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Tests.State;

public sealed class GoJsonWriterTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1234567890123456.7, "1234567890123456.8")]
    [InlineData(123456789012345678, "123456789012345680")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(9.99e20, "999000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(-1.5e300, "-1.5e+300")]
    [InlineData(1e-5, "0.00001")]
    [InlineData(-1.25e-6, "-0.00000125")]
    [InlineData(1e-6, "0.000001")]
    [InlineData(9.9e-7, "9.9e-7")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    public void Numbers_AreWrittenAsGoDoes(double value, string expected) => Assert.Equal(expected, GoNumber.Format(value));

    [Theory]
    [InlineData("plain käse 🧀", "plain käse 🧀")]
    [InlineData("a\"b\\c/d", "a\\\"b\\\\c/d")]
    [InlineData("\n\r\t\b\f", "\\n\\r\\t\\b\\f")]
    [InlineData("\0\u0001\u001f\u007f", "\\u0000\\u0001\\u001f\u007f")]
    [InlineData("\u2028\u2029\u00a0", "\\u2028\\u2029\u00a0")]
    [InlineData("<a href='x'>&+=", "<a href='x'>&+=")]
    public void Strings_EscapeWhatGoEscapes(string value, string expected) => Assert.Equal($"\"{expected}\"", Write(json => json.String(value)));

    [Fact]
    public void BrokenUtf16_BecomesTheReplacementCharacter() => Assert.Equal("\"a\ufffdb\"", Write(json => json.String("a\ud800b")));

    [Fact]
    public void HtmlEscaping_IsAskedFor()
    {
        var json = new GoJsonWriter(escapeHtml: true);

        json.String("<&>'");

        Assert.Equal("\"\\u003c\\u0026\\u003e'\"", Encoding.UTF8.GetString(json.Written));
    }

    [Fact]
    public void ParsedJson_IsCompactedWithItsOrderAndNumbers() => Assert.Equal(
        """{"b":[1.0,1e5,null,true,{}],"a":{"x":"é<"},"c":[]}""",
        Write(json => json.Element(JsonElement.Parse("""{ "b" : [ 1.0, 1e5, null, true, {} ], "a" : { "x" : "\u00e9\u003c" }, "c" : [ ] }"""))));

    [Fact]
    public void IndentedJson_LooksAsGoIndents()
    {
        var json = new GoJsonWriter(indented: true);

        json.Element(JsonElement.Parse("""{"a":{"b":[1,"x"],"c":{},"d":[]},"e":null}"""));
        json.EndLine();

        Assert.Equal(
            """
            {
                "a": {
                    "b": [
                        1,
                        "x"
                    ],
                    "c": {},
                    "d": []
                },
                "e": null
            }

            """,
            Encoding.UTF8.GetString(json.Written));
    }

    [Fact]
    public void Keys_AreOrderedByTheirBytes()
    {
        string[] keys = ["a", "B", "\uff5e", "😀", "", "ab"];

        Assert.Equal(["", "B", "a", "ab", "\uff5e", "😀"], keys.Order(KeyOrder.Instance));
    }

    [Fact]
    public void MembersInOrdinalOrder_AreSortedByTheirBytesOnlyWhereThatDiffers()
    {
        ImmutableArray<KeyValuePair<string, int>> plain = [KeyValuePair.Create("B", 1), KeyValuePair.Create("a", 2), KeyValuePair.Create("\uff5e", 3)];
        ImmutableArray<KeyValuePair<string, int>> beyond = [KeyValuePair.Create("a", 1), KeyValuePair.Create("😀", 2), KeyValuePair.Create("\uff5e", 3)];

        Assert.True(plain == KeyOrder.Sort(plain));
        Assert.Equal(["a", "\uff5e", "😀"], KeyOrder.Sort(beyond).Select(member => member.Key));
    }

    private static string Write(Action<GoJsonWriter> write)
    {
        var json = new GoJsonWriter();
        write(json);
        return Encoding.UTF8.GetString(json.Written);
    }
}
