using System.Globalization;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Testing;

namespace NetDsl.Runtime.Tests.FlowLogs;

public sealed class FlowLogStreamsTests : IDisposable
{
    // 2026-01-01T00:00:00Z
    const long Start = 1767225600;

    static readonly ForwardingGraph Shop = TopologyLowering.Lower(ExampleNetworks.Shop());

    readonly ScratchFolder folder = new();

    [Fact]
    public void R_5_11_A_log_is_a_group_and_an_interface_a_stream_of_events_with_the_time_of_their_start()
    {
        var written = Write(new FlowLogOptions(), ("eni-1", Start + 3), ("eni-2", Start + 4), ("eni-1", Start + 63));
        var group = $"log-groups/{VendorIds.FlowLog(Shop.Nodes[Shop.Vpcs[0].Node])}";
        Assert.Equal([$"{group}/eni-1-all.log", $"{group}/eni-2-all.log"], written);

        var events = File.ReadAllLines(Path.Combine(folder.Path, written[0])).Select(line => line.Split(' ', 3)).ToList();
        Assert.Equal(["2026-01-01T00:00:03Z", "2026-01-01T00:01:03Z"], events.Select(parts => parts[0]));
        Assert.Equal("2 123456789012 eni-1 10.0.0.1 10.0.0.9 1 2 6 3 4 1767225603 1767225603 ACCEPT OK", events[0][2]);

        // Five minutes after the end of the window, and up to a minute later.
        Assert.All(events.Index(), entry => Assert.InRange(
            DateTimeOffset.Parse(entry.Item[1], CultureInfo.InvariantCulture).ToUnixTimeSeconds() - (Start + ((entry.Index + 1) * 60)), 300, 360));
        Assert.Equal($"{written[0]} {events[1][1]}", File.ReadAllLines(Path.Combine(folder.Path, FlowLogFolder.Manifest))[0]);
    }

    [Theory]
    [InlineData(FlowLogTraffic.Accept, "eni-1-accept.log")]
    [InlineData(FlowLogTraffic.All, "eni-1-all.log")]
    public void R_5_11_A_stream_is_called_after_its_interface_and_traffic(FlowLogTraffic traffic, string name) =>
        Assert.EndsWith("/" + name, Assert.Single(Write(new FlowLogOptions { Traffic = traffic }, ("eni-1", Start))), StringComparison.Ordinal);

    [Fact]
    public void A_stream_that_grows_has_another_name_until_the_run_has_ended()
    {
        var streams = new FlowLogStreams(Shop, new FlowLogFolder(folder.Path), TimeSpan.FromSeconds(60));
        for (var second = 0; second < 5000; second++)
        {
            streams.Add(0, Record("eni-1", Start + second));
        }

        streams.WriteUntil(Start + 5000);
        var growing = Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.EndsWith(".log" + FlowLogFolder.Unfinished, growing, StringComparison.Ordinal);
        streams.Complete();
        Assert.False(File.Exists(growing));
        Assert.Equal(5000, File.ReadAllLines(growing[..^FlowLogFolder.Unfinished.Length]).Length);
        Assert.Equal(5000, streams.Records);

        // What a run that was killed has left is not taken for a part of the next one.
        File.WriteAllText(growing, "torn");
        Write(new FlowLogOptions(), ("eni-1", Start));
        Assert.Single(File.ReadAllLines(growing[..^FlowLogFolder.Unfinished.Length]));
    }

    public static TheoryData<FlowLogRole?, string?> Roles => new()
    {
        { new FlowLogRole(), null },
        { new FlowLogRole { Account = "123456789012", Actions = ["logs:*"] }, null },
        { null, "it has no role, which log groups want; give it one that trusts vpc-flow-logs.amazonaws.com and allows logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents, logs:DescribeLogGroups, logs:DescribeLogStreams" },
        { new FlowLogRole { Account = "210987654321" }, "its role is in account 210987654321, and the log is that of account 123456789012; take a role of that account" },
        { new FlowLogRole { TrustedService = "delivery.logs.amazonaws.com" }, "its role trusts delivery.logs.amazonaws.com, and vpc-flow-logs.amazonaws.com writes; let the role trust that" },
        { new FlowLogRole { Actions = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups"] }, "its role does not allow logs:DescribeLogStreams; add it" },
        { new FlowLogRole { Actions = ["s3:*"] }, "its role does not allow logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents, logs:DescribeLogGroups, logs:DescribeLogStreams; add them" },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    [Trait("Rule", "R-5.15")]
    public void R_5_12_Streams_want_a_role_of_the_account_that_may_write(FlowLogRole? role, string? reason)
    {
        var mayWrite = reason is null;
        var streams = new FlowLogStreams(Shop, new FlowLogFolder(folder.Path), TimeSpan.FromSeconds(60), new FlowLogOptions { Role = role });
        streams.Add(0, Record("eni-1", Start));
        streams.Complete();
        var state = Assert.Single(streams.States);
        Assert.Equal((mayWrite ? FlowLogStatus.Active : FlowLogStatus.AccessError, reason), (state.Status, state.Reason));
        Assert.Equal(!mayWrite, File.ReadAllText(Path.Combine(folder.Path, FlowLogFolder.Manifest)) == $"# {state.FlowLog} us-east-1/shop Access error: {reason}\n");
        Assert.Equal(mayWrite ? 1 : 0, streams.Written.Count);
        Assert.Equal(mayWrite ? 1 : 0, streams.Records);
    }

    [Fact]
    public void R_5_13_A_bucket_wants_no_role()
    {
        var files = new FlowLogFiles(Shop, new FlowLogFolder(folder.Path), new FlowLogOptions { Role = null });
        files.Add(0, Record("eni-1", Start));
        files.Complete();
        Assert.Single(files.Written);
        Assert.All(files.States, state => Assert.Equal(FlowLogStatus.Active, state.Status));
    }

    [Fact]
    public void A_name_that_leads_out_of_the_folder_is_refused() =>
        Assert.Throws<ArgumentException>(() => Write(new FlowLogOptions(), ("../../eni", Start)));

    public void Dispose() => folder.Dispose();

    IReadOnlyList<string> Write(FlowLogOptions options, params (string Interface, long Time)[] records)
    {
        var streams = new FlowLogStreams(Shop, new FlowLogFolder(folder.Path), TimeSpan.FromSeconds(60), options);
        foreach (var (id, time) in records)
        {
            streams.Add(0, Record(id, time));
            streams.WriteUntil(time);
        }

        streams.Complete();
        return streams.Written;
    }

    static FlowLogRecord Record(string id, long time)
    {
        var (from, to) = (Ipv4Address.Parse("10.0.0.1"), Ipv4Address.Parse("10.0.0.9"));
        return new FlowLogRecord("123456789012", id, time, time, new FlowLogFlow(from, to, 1, 2, Protocol.Tcp, 3, 4, FlowAction.Accept, FlowDirection.Ingress, from, to));
    }
}
