using System.Globalization;
using NetDsl.Addressing;
using NetDsl.Interop.FlowLogs;
using NetDsl.Runtime;
using NetDsl.Runtime.FlowLogs;
using Parquet;

namespace NetDsl.Interop.Tests.FlowLogs;

public class ParquetFlowLogTests
{
    static readonly FlowLogFormat Everything = FlowLogFormat.OfVersion(10);

    [Fact]
    public async Task R_5_14_Columns_are_the_fields_with_the_types_of_the_vendor_compressed_by_gzip()
    {
        await using var reader = await ParquetReader.CreateAsync(Written(Everything, Records(10)));
        Assert.Equal(Everything.Fields.Select(field => field.ColumnName), reader.Schema.DataFields.Select(column => column.Name));
        Assert.Equal(typeof(int), TypeOf("version"));
        Assert.Equal(typeof(int), TypeOf("srcport"));
        Assert.Equal(typeof(long), TypeOf("bytes"));
        Assert.Equal(typeof(long), TypeOf("start"));
        Assert.Contains(reader.Metadata!.RowGroups[0].Columns, column => column.MetaData!.Codec == Parquet.Meta.CompressionCodec.GZIP);

        Type TypeOf(string column) => reader.Schema.DataFields.Single(field => field.Name == column).ClrType;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    public async Task What_is_read_back_is_what_text_says(int count)
    {
        var records = Records(count);
        await using var reader = await ParquetReader.CreateAsync(Written(Everything, records));
        var rows = Assert.Single(reader.RowGroups);
        Assert.Equal(count, rows.RowCount);
        var lines = Enumerable.Range(0, count).Select(index => Everything.Line(records[index]).Split(' ')).ToList();
        for (var column = 0; column < Everything.Fields.Count; column++)
        {
            var field = reader.Schema.DataFields[column];
            Assert.Equal(lines.Select(line => line[column]), await Texts(rows, field, count));
        }
    }

    [Fact]
    public void The_same_records_give_the_same_bytes() =>
        Assert.Equal(Written(Everything, Records(5_000)).ToArray(), Written(Everything, Records(5_000)).ToArray());

    [Fact]
    public async Task A_field_that_is_named_twice_is_one_column()
    {
        await using var reader = await ParquetReader.CreateAsync(Written(new FlowLogFormat("srcaddr", "bytes", "srcaddr"), Records(2)));
        Assert.Equal(["srcaddr", "bytes"], reader.Schema.DataFields.Select(column => column.Name));
    }

    static async Task<List<string>> Texts(ParquetRowGroupReader rows, Parquet.Schema.DataField field, int count)
    {
        if (field.ClrType == typeof(int))
        {
            var numbers = new int?[count];
            await rows.ReadAsync<int>(field, numbers);
            return [.. numbers.Select(number => number?.ToString(CultureInfo.InvariantCulture) ?? "-")];
        }

        if (field.ClrType == typeof(long))
        {
            var numbers = new long?[count];
            await rows.ReadAsync<long>(field, numbers);
            return [.. numbers.Select(number => number?.ToString(CultureInfo.InvariantCulture) ?? "-")];
        }

        var texts = new string?[count];
        await rows.ReadAsync(field, texts!);
        return [.. texts.Select(text => text ?? "-")];
    }

    static MemoryStream Written(FlowLogFormat format, FlowLogBatch records)
    {
        var output = new MemoryStream();
        ParquetFlowLogEncoding.Instance.Encode(records, format, output);
        output.Position = 0;
        return output;
    }

    /// <summary>Of both families, and every seventh without a flow.</summary>
    static FlowLogBatch Records(int count)
    {
        var batch = new FlowLogBatch();
        for (var index = 0; index < count; index++)
        {
            IpAddress from = index % 3 == 0 ? IpAddress.Parse($"2001:db8::{index % 100:x}") : new Ipv4Address((uint)(0x0A000000 + (index % 1000)));
            IpAddress to = index % 3 == 0 ? IpAddress.Parse("2001:db8::1:0") : Ipv4Address.Parse("10.0.0.9");
            batch.Add(new FlowLogRecord("123456789012", $"eni-{index % 5}", 1767225600 + index, 1767225600 + index, index % 7 == 6 ? null : new FlowLogFlow(
                from, to, (ushort)(index % 65536), 443, Protocol.Tcp, index, long.MaxValue - index, index % 2 == 0 ? FlowAction.Accept : FlowAction.Reject, FlowDirection.Ingress, from, to)
            {
                TcpFlags = index % 20,
            })
            {
                Place = index % 2 == 0 ? null : new FlowLogPlace("vpc-1", "subnet-1", null, "us-east-1", "use1-az1"),
            });
        }

        return batch;
    }
}
