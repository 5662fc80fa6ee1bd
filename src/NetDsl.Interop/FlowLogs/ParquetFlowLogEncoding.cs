using System.IO.Compression;
using NetDsl.Addressing;
using NetDsl.Runtime.FlowLogs;
using Parquet;
using Parquet.Schema;

namespace NetDsl.Interop.FlowLogs;

/// <summary>
/// Flow logs as Apache Parquet, in columns of the types that the vendor gives them, compressed by gzip inside. Columns are named as fields with <c>_</c> for
/// <c>-</c>; what does not apply is null.
/// </summary>
public sealed class ParquetFlowLogEncoding : IFlowLogEncoding
{
    private static readonly ParquetOptions Layout = new() { CompressionMethod = CompressionMethod.Gzip, CompressionLevel = CompressionLevel.Optimal };

    private ParquetFlowLogEncoding()
    {
    }

    /// <summary>The encoding.</summary>
    public static ParquetFlowLogEncoding Instance { get; } = new();

    /// <inheritdoc/>
    public string Extension => ".log.parquet";

    /// <inheritdoc/>
    public void Encode(FlowLogBatch records, FlowLogFormat format, Stream output)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(output);

        // The library waits for nothing but the stream, which is a file or memory.
        EncodeAsync(records, format, output).GetAwaiter().GetResult();
    }

    private static async Task EncodeAsync(FlowLogBatch records, FlowLogFormat format, Stream output)
    {
        // A field that is named twice is one column.
        List<FlowLogField> fields = [.. format.Fields.DistinctBy(field => field.Name)];
        var columns = fields.ConvertAll(Column);
        var schema = new ParquetSchema([.. columns]);
        var writer = await ParquetWriter.CreateAsync(schema, output, Layout).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            using var rows = writer.CreateRowGroup();
            for (var index = 0; index < columns.Count; index++)
            {
                await (fields[index].Type switch
                {
                    FlowLogFieldType.Integer => rows.WriteAsync<int>(columns[index], Numbers(records, fields[index], number => (int)number)),
                    FlowLogFieldType.Long => rows.WriteAsync<long>(columns[index], Numbers(records, fields[index], number => number)),
                    _ => rows.WriteAsync<ReadOnlyMemory<char>>(columns[index], Texts(records, fields[index])),
                }).ConfigureAwait(false);
            }
        }
    }

    private static DataField Column(FlowLogField field) => field.Type switch
    {
        FlowLogFieldType.Integer => new DataField<int?>(field.ColumnName),
        FlowLogFieldType.Long => new DataField<long?>(field.ColumnName),
        _ => new DataField<string>(field.ColumnName),
    };

    private static ReadOnlyMemory<T?> Numbers<T>(FlowLogBatch records, FlowLogField field, Func<long, T> narrow)
        where T : struct
    {
        var column = new T?[records.Count];
        for (var index = 0; index < column.Length; index++)
        {
            column[index] = field.Value(records[index]).Number is { } number ? narrow(number) : null;
        }

        return column;
    }

    /// <summary>Names are shared by records, and so are the texts of addresses: one for each address, not one for each record.</summary>
    private static ReadOnlyMemory<ReadOnlyMemory<char>?> Texts(FlowLogBatch records, FlowLogField field)
    {
        var addresses = new Dictionary<IpAddress, ReadOnlyMemory<char>>();
        var column = new ReadOnlyMemory<char>?[records.Count];
        for (var index = 0; index < column.Length; index++)
        {
            var value = field.Value(records[index]);
            if (value.Name is { } name)
            {
                column[index] = name.AsMemory();
            }
            else if (value.Address is { } address)
            {
                column[index] = TextOf(address);
            }
        }

        return column;

        ReadOnlyMemory<char> TextOf(IpAddress address)
        {
            if (!addresses.TryGetValue(address, out var text))
            {
                addresses.Add(address, text = address.ToString().AsMemory());
            }

            return text;
        }
    }
}
