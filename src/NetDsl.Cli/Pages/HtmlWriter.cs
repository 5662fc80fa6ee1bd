using System.Text;
using System.Xml;
using NetDsl.Cli.Output;

namespace NetDsl.Cli.Pages;

/// <summary>Writes HTML with everything escaped that could be taken for a tag.</summary>
internal sealed class HtmlWriter : IDisposable
{
    private readonly XmlWriter xml;

    /// <param name="text">Where it goes.</param>
    public HtmlWriter(StringBuilder text)
    {
        text.Append("<!DOCTYPE html>\n");
        xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = "", NewLineChars = "\n" });
    }

    /// <summary>An element with others inside.</summary>
    public void Element(string name, Action inside, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        inside();
        xml.WriteFullEndElement();
    }

    /// <summary>An element with text inside.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        xml.WriteString(DocumentText.Writable(text));
        xml.WriteFullEndElement();
    }

    /// <summary>An element that never has anything inside, such as <c>meta</c> or <c>input</c>.</summary>
    public void Single(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        xml.WriteEndElement();
    }

    /// <summary>An element with what is written as it is: a style sheet, a script, or a finished picture, and nothing that a network says.</summary>
    public void Trusted(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        xml.WriteRaw(text);
        xml.WriteFullEndElement();
    }

    public void Dispose() => xml.Dispose();

    private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, DocumentText.Writable(value));
        }
    }
}
