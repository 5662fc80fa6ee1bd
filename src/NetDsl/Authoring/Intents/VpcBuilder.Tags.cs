using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Tags.</content>
public sealed partial class VpcBuilder
{
    private readonly TagList tags = new();

    /// <summary>Puts a tag on the VPC, by which intents can name it. It counts for all interfaces of hosts inside, in each subnet. Source: "Tag your Amazon EC2 resources", Amazon EC2 User Guide.</summary>
    /// <param name="key">1 to 128 characters, once an element, not starting with <c>aws:</c>; at most 50 an element.</param>
    /// <param name="value">At most 256 characters.</param>
    public VpcBuilder Tag(string key, string value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        tags.Add(this, key, value, Call.Here(file, line));
        return this;
    }
}
