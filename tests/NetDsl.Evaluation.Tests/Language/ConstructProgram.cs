using System.Globalization;
using System.Text;
using NetDsl.Model;

namespace NetDsl.Evaluation.Tests.Language;

/// <summary>
/// Makes a topology of the program of a construct, and reads its text out of what the topology became. A program is the body of
/// <c>static string Result()</c>. Lines cut off what stands elsewhere: <c>--- members</c> of the topology class, <c>--- types</c> beside it,
/// <c>--- usings</c> of its file, and <c>--- file</c> for another file.
/// </summary>
static class ConstructProgram
{
    const string ClassName = "Shop";
    const int CharactersInName = 24;
    const int DigitsOfCharacter = 4;
    const string NamePrefix = "t";

    /// <summary>The namespace of a construct's program: one for each, so that all share one compilation.</summary>
    public static string Namespace(Construct construct) =>
        "Language.P_" + string.Concat(construct.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? $"{letter}" : $"_{(int)letter:x}_"));

    /// <summary>The full name of its topology class.</summary>
    public static string TopologyName(Construct construct) => $"{Namespace(construct)}.{ClassName}";

    /// <summary>The files of the program, the topology class in the first.</summary>
    public static IReadOnlyList<string> Files(Construct construct)
    {
        var sections = new Dictionary<string, StringBuilder>();
        var files = new List<StringBuilder>();
        var section = Section("body");
        foreach (var line in construct.Program.Split('\n'))
        {
            if (line == "--- file")
            {
                files.Add(section = new StringBuilder());
            }
            else if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                section = Section(line[4..]);
            }
            else
            {
                section.Append(line).Append('\n');
            }
        }

        return [Main(), .. files.Select(file => $"namespace {Namespace(construct)};\n{file}")];

        StringBuilder Section(string name) =>
            sections.TryGetValue(name, out var known) ? known : sections[name] = new StringBuilder();

        // One security group for each stretch of the text, named after the code units in it.
        string Main() => $$"""
            using NetDsl;
            {{Section("usings")}}
            namespace {{Namespace(construct)}};

            [Topology]
            public static partial class {{ClassName}}
            {
                static void Define(NetworkBuilder network)
                {
                    var vpc = network.Region("us-east-1").Vpc("text", "10.0.0.0/16");
                    var text = Result();
                    for (var start = 0; start < text.Length; start += {{CharactersInName}})
                    {
                        var name = "{{NamePrefix}}" + start + "-";
                        for (var index = start; index < text.Length && index < start + {{CharactersInName}}; index++)
                        {
                            name += ((int)text[index]).ToString("x{{DigitsOfCharacter}}");
                        }

                        vpc.SecurityGroup(name);
                    }
                }

                static string Result()
                {
            {{Section("body")}}
                }
            {{Section("members")}}
            }
            {{Section("types")}}
            """;
    }

    /// <summary>The text that the program told.</summary>
    public static string Text(Topology topology)
    {
        var text = new StringBuilder();
        foreach (var name in topology.SecurityGroups.Select(group => group.Name).Where(name => name.StartsWith(NamePrefix, StringComparison.Ordinal)))
        {
            foreach (var digits in name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..].Chunk(DigitsOfCharacter))
            {
                text.Append((char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }
}
