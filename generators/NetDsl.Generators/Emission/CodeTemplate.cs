using System.Globalization;
using Scriban;
using Scriban.Runtime;

namespace NetDsl.Generators.Emission;

/// <summary>
/// A template of C# code: a resource of this assembly, parsed once. It sees the public properties of its model in
/// snake_case, and fails on anything that is not there.
/// </summary>
internal sealed class CodeTemplate
{
    private const string Folder = "NetDsl.Generators.Templates.";
    private const string Extension = ".scriban";
    private readonly Template template;

    private CodeTemplate(string name)
    {
        template = Template.Parse(Read(name), name + Extension);
        if (template.HasErrors)
        {
            throw new InvalidOperationException(
                $"Template {name}{Extension} cannot be read: {string.Join("; ", template.Messages)}");
        }
    }

    /// <summary>The whole file of a topology.</summary>
    public static CodeTemplate Network { get; } = new(nameof(Network));

    /// <summary>The members of a topology class.</summary>
    public static CodeTemplate Members { get; } = new(nameof(Members));

    /// <summary>The entry point.</summary>
    public static CodeTemplate Program { get; } = new(nameof(Program));

    /// <summary>The text for a model; lines end in LF.</summary>
    public string Render(object model)
    {
        // Scriban protects servers from users' templates by limits; these are our own, and networks can be large.
        var context = new TemplateContext
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            LoopLimit = 0,
            LimitToString = 0,
            NewLine = "\n",
        };
        context.PushCulture(CultureInfo.InvariantCulture);
        var globals = new ScriptObject();
        globals.Import(model);
        context.PushGlobal(globals);
        return template.Render(context);
    }

    private static string Read(string name)
    {
        using var stream = typeof(CodeTemplate).Assembly.GetManifestResourceStream(Folder + name + Extension)
            ?? throw new InvalidOperationException($"Template {name}{Extension} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
