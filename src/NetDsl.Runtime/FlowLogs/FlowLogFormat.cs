using System.Buffers;
using System.Text;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>Which fields records show, and in which order. Source: "Flow log records", Amazon VPC User Guide.</summary>
public sealed class FlowLogFormat
{
    private readonly FlowLogField[] fields;

    /// <summary>Shows these fields.</summary>
    /// <param name="fields">Names of the public format, for example <c>srcaddr</c>.</param>
    /// <exception cref="ArgumentException">A field is not known.</exception>
    public FlowLogFormat(params IReadOnlyList<string> fields)
        : this(fields, FlowLogFields.All, FlowLogFields.Find, "flow logs")
    {
    }

    private FlowLogFormat(IReadOnlyList<string> fields, IReadOnlyList<FlowLogField> all, Func<string, FlowLogField?> find, string what)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var known = fields.Where(name => name != "version").Select(name => find(name)
            ?? throw new ArgumentException($"'{name}' is no field of {what} that the model has; write one of {string.Join(", ", all.Select(field => field.Name).Order(StringComparer.Ordinal))}", nameof(fields)));
        var version = FlowLogFields.Version(known.Select(field => field.Version).DefaultIfEmpty(2).Max());
        this.fields = [.. fields.Select(name => find(name) ?? version)];
    }

    /// <summary>The default format of VPCs, version 2.</summary>
    public static FlowLogFormat Default { get; } = OfVersion(2);

    /// <summary>The default format of transit gateways: all of their fields. Source: "Transit Gateway Flow Log records", Amazon VPC Transit Gateways guide.</summary>
    public static FlowLogFormat TransitGateway { get; } = OfTransitGateway(["version", .. TransitGatewayFields.All.Select(field => field.Name)]);

    /// <summary>The fields, in order.</summary>
    public IReadOnlyList<FlowLogField> Fields => fields;

    /// <summary>The first line of a file: the names of the fields.</summary>
    public string Header => string.Join(' ', fields.Select(each => each.Name));

    /// <summary>A record as a line, without a line end.</summary>
    public string Line(in FlowLogRecord record)
    {
        var line = new ArrayBufferWriter<byte>();
        WriteLine(record, line);
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }

    /// <summary>Writes a record as a line in UTF-8, without a line end.</summary>
    /// <param name="record">The record.</param>
    /// <param name="output">Where to.</param>
    public void WriteLine(in FlowLogRecord record, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        for (var index = 0; index < fields.Length; index++)
        {
            if (index > 0)
            {
                output.Write(" "u8);
            }

            FlowLogText.Write(fields[index].Value(record), output);
        }
    }

    /// <summary>Reads names of fields, apart by blanks, each in <c>${…}</c> or bare.</summary>
    /// <param name="text">For example <c>${srcaddr} ${dstaddr} ${tcp-flags}</c>.</param>
    /// <exception cref="ArgumentException">A field is not known, or there is none.</exception>
    public static FlowLogFormat Parse(string text) => new(Names(text, "srcaddr dstaddr action"));

    /// <summary>Reads names of fields of transit gateways, likewise.</summary>
    /// <param name="text">For example <c>${tgw-id} ${srcaddr} ${packets-lost-blackhole}</c>.</param>
    /// <exception cref="ArgumentException">A field is not known there, or there is none.</exception>
    public static FlowLogFormat ParseTransitGateway(string text) => OfTransitGateway(Names(text, "tgw-attachment-id srcaddr dstaddr packets"));

    /// <summary>Shows these fields of transit gateways.</summary>
    /// <param name="fields">Names of the public format, for example <c>tgw-id</c>.</param>
    /// <exception cref="ArgumentException">A field is not known there.</exception>
    public static FlowLogFormat OfTransitGateway(params IReadOnlyList<string> fields) =>
        new(fields, TransitGatewayFields.All, TransitGatewayFields.Find, "transit gateway flow logs");

    /// <summary>All fields of a version and of those before it, in their default order.</summary>
    /// <param name="version">2 to 10; there is none of version 6 in the logs of VPCs.</param>
    public static FlowLogFormat OfVersion(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, 10);
        return new FlowLogFormat(["version", .. FlowLogFields.All.Where(field => field.Version <= version).Select(field => field.Name)]);
    }

    private static string[] Names(string text, string example)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] fields = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => field is ['$', '{', .. var name, '}'] ? name : field)];
        return fields.Length > 0 ? fields : throw new ArgumentException($"no field is named; write names such as {example}", nameof(text));
    }
}
