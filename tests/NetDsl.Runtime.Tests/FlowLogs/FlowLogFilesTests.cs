using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Testing;

namespace NetDsl.Runtime.Tests.FlowLogs;

public sealed class FlowLogFilesTests : IDisposable
{
    const string Pattern = @"^AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/01/01/123456789012_vpcflowlogs_us-east-1_fl-[0-9a-f]{17}_20260101T0000Z_[0-9a-f]{8}\.log\.gz$";

    // 2026-01-01T00:00:00Z
    const long Start = 1767225600;

    static readonly ForwardingGraph Shop = TopologyLowering.Lower(ExampleNetworks.Shop());

    readonly string folder = Directory.CreateTempSubdirectory("netdsl-flow-logs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void R_5_14_A_file_has_the_public_key_and_a_header_line()
    {
        var written = Assert.Single(Write(folder, Record(Start, "10.0.0.1"), Record(Start + 299, "10.0.0.2")));
        Assert.Matches(Pattern, written);
        Assert.Equal(
            """
            version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status
            2 123456789012 eni-1 10.0.0.1 10.0.0.9 1 2 6 3 4 1767225600 1767225600 ACCEPT OK
            2 123456789012 eni-1 10.0.0.2 10.0.0.9 1 2 6 3 4 1767225899 1767225899 ACCEPT OK

            """.ReplaceLineEndings("\n"),
            Read(written));
    }

    [Fact]
    public void R_5_14_Every_five_minutes_have_a_file_of_their_own()
    {
        var written = Write(folder, Record(Start + 299, "10.0.0.1"), Record(Start + 300, "10.0.0.1"));
        Assert.Equal(
            ["20260101T0000Z", "20260101T0005Z"],
            written.Select(name => Regex.Match(name, "[0-9]{8}T[0-9]{4}Z").Value));
    }

    [Fact]
    public void The_same_records_give_the_same_names_and_bytes()
    {
        var first = Write(Path.Combine(folder, "a"), Record(Start, "10.0.0.1"));
        var second = Write(Path.Combine(folder, "b"), Record(Start, "10.0.0.1"));
        var other = Write(Path.Combine(folder, "c"), Record(Start, "10.0.0.2"));
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder, "a", first[0])), File.ReadAllBytes(Path.Combine(folder, "b", first[0])));
    }

    [Theory]
    [InlineData(false, false, "AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/01/01/")]
    [InlineData(false, true, "AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/01/01/00/")]
    [InlineData(true, false, "AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=us-east-1/year=2026/month=01/day=01/")]
    [InlineData(true, true, "AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=us-east-1/year=2026/month=01/day=01/hour=00/")]
    public void R_5_14_Keys_are_those_of_the_vendor(bool hive, bool hourly, string key)
    {
        var files = new FlowLogFiles(Shop, new FlowLogFolder(folder), new FlowLogOptions { IsHiveCompatible = hive, IsHourly = hourly });
        files.Add(0, Record(Start, "10.0.0.1"));
        files.Complete();
        Assert.Equal(key, Assert.Single(files.Written)[..(files.Written[0].LastIndexOf('/') + 1)]);
        Assert.Equal(files.Written, Listed().Keys);
    }

    [Fact]
    public void What_is_not_asked_for_is_not_recorded()
    {
        var denied = Record(Start, "10.0.0.1") with { Flow = Record(Start, "10.0.0.1").Flow!.Value with { Action = FlowAction.Reject } };
        Assert.Equal(2, Count(new FlowLogOptions()));
        Assert.Equal(1, Count(new FlowLogOptions { Traffic = FlowLogTraffic.Reject }));
        Assert.Equal(1, Count(new FlowLogOptions { Traffic = FlowLogTraffic.Accept }));
        Assert.Equal(2, Count(new FlowLogOptions { Resources = ["us-east-1/shop"] }));
        Assert.Equal(2, Count(new FlowLogOptions { Resources = ["us-east-1/shop", Shop.Nodes[Shop.Holders[0].Node].Path] }));
        Assert.Equal(0, Count(new FlowLogOptions { Resources = [Shop.Nodes[Shop.Holders[1].Node].Path] }));
        Assert.Contains("'us-east-1/nobody' is no VPC, subnet or interface", Assert.Throws<ArgumentException>(() => Count(new FlowLogOptions { Resources = ["us-east-1/nobody"] })).Message, StringComparison.Ordinal);

        long Count(FlowLogOptions options)
        {
            var files = new FlowLogFiles(Shop, new FlowLogFolder(folder), options);
            files.Add(0, Record(Start, "10.0.0.1"));
            files.Add(0, denied);
            return files.Records;
        }
    }

    public static TheoryData<FlowLogBucketPolicy?, bool, string?> Policies => new()
    {
        { new FlowLogBucketPolicy(), false, null },
        { new FlowLogBucketPolicy { Actions = ["s3:*"], Objects = "AWSLogs/123456789012/*" }, false, null },
        { new FlowLogBucketPolicy { Actions = ["*"], Objects = "AWSLogs/aws-account-id=123456789012/*" }, true, null },
        { null, false, "the bucket has no policy that lets delivery.logs.amazonaws.com deliver; allow it s3:PutObject, s3:GetBucketAcl, s3:ListBucket" },
        { new FlowLogBucketPolicy { AllowedService = "vpc-flow-logs.amazonaws.com" }, false, "the policy of the bucket allows vpc-flow-logs.amazonaws.com, and delivery.logs.amazonaws.com delivers; allow that" },
        { new FlowLogBucketPolicy { Actions = ["s3:GetBucketAcl", "s3:ListBucket"] }, false, "the policy of the bucket does not allow s3:PutObject; add it" },
        { new FlowLogBucketPolicy { Actions = ["s3:PutObject", "logs:*"] }, false, "the policy of the bucket does not allow s3:GetBucketAcl, s3:ListBucket; add them" },
        { new FlowLogBucketPolicy { Objects = "AWSLogs/123456789012/*" }, true, "the policy of the bucket lets objects AWSLogs/123456789012/* be put, and not AWSLogs/aws-account-id=123456789012/*; allow that" },
        { new FlowLogBucketPolicy { Objects = "AWSLogs/210987654321/*" }, false, "the policy of the bucket lets objects AWSLogs/210987654321/* be put, and not AWSLogs/123456789012/*; allow that" },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    [Trait("Rule", "R-5.15")]
    public void R_5_13_A_bucket_whose_policy_does_not_allow_it_gets_nothing_and_the_manifest_says_why(FlowLogBucketPolicy? policy, bool hive, string? reason)
    {
        var files = new FlowLogFiles(Shop, new FlowLogFolder(folder), new FlowLogOptions { BucketPolicy = policy, IsHiveCompatible = hive });
        files.Add(0, Record(Start, "10.0.0.1"));
        files.Complete();
        var state = Assert.Single(files.States);
        Assert.Equal((reason is null ? FlowLogStatus.Active : FlowLogStatus.AccessError, reason), (state.Status, state.Reason));
        Assert.Equal((reason is null ? 1 : 0, reason is null ? 1 : 0), (files.Written.Count, (int)files.Records));
        var manifest = Assert.Single(File.ReadAllLines(Path.Combine(folder, FlowLogFolder.Manifest)));
        Assert.Equal(reason is not null, manifest == $"# {state.FlowLog} us-east-1/shop Access error: {reason}");

        // The next run tells how it fares itself.
        var next = Write(folder, Record(Start, "10.0.0.3"));
        Assert.Contains(next[0], Listed().Keys);
        Assert.DoesNotContain('#', File.ReadAllText(Path.Combine(folder, FlowLogFolder.Manifest)));
    }

    [Fact]
    public void A_line_of_the_manifest_that_was_not_finished_is_taken_back()
    {
        var first = Write(folder, Record(Start, "10.0.0.1"));
        File.AppendAllText(Path.Combine(folder, FlowLogFolder.Manifest), "AWSLogs/1234");
        var second = Write(folder, Record(Start + 300, "10.0.0.1"), Record(Start, "10.0.0.1"));
        Assert.Equal(first.Union(second).Order(StringComparer.Ordinal), Listed().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void R_5_3_A_file_is_delivered_ten_minutes_after_its_end_and_a_spread_of_seconds_by_the_seed()
    {
        Write(folder, [.. Enumerable.Range(0, 50).Select(file => Record(Start + (file * 300), "10.0.0.1"))]);
        var delays = Listed().Select((file, index) => (file.Value - DateTimeOffset.FromUnixTimeSeconds(Start + ((index + 1) * 300))).TotalSeconds).ToList();
        Assert.All(delays, delay => Assert.InRange(delay, 600, 660));
        Assert.True(delays.Distinct().Count() > 10);
        Assert.Equal(FlowLogDelivery.Time(Start, 600, 1, "a"), FlowLogDelivery.Time(Start, 600, 1, "a"));
        Assert.Contains(Enumerable.Range(2, 9), seed => FlowLogDelivery.Time(Start, 600, (ulong)seed, "a") != FlowLogDelivery.Time(Start, 600, 1, "a"));
    }

    [Fact]
    public void R_5_14_Five_minutes_that_are_too_many_for_a_file_are_several()
    {
        var files = new FlowLogFiles(Shop, new FlowLogFolder(folder), new FlowLogOptions { MaximumRecordsOfFile = 2 });
        for (var record = 0; record < 5; record++)
        {
            // The same record: files differ by their number.
            files.Add(0, Record(Start, "10.0.0.1"));
        }

        files.Complete();
        Assert.Equal([2, 2, 1], files.Written.Select(name => Read(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1));
        Assert.Equal(3, files.Written.Distinct().Count());
    }

    [Theory]
    [InlineData("../../etc", "us-east-1")]
    [InlineData("123456789012", "../us-east-1")]
    [InlineData("123456789012", "")]
    [InlineData("/tmp", "us-east-1")]
    public void Names_that_lead_out_of_the_folder_are_refused(string account, string region)
    {
        var hostile = Shop with { Vpcs = [Shop.Vpcs[0] with { Account = account, Region = region }] };
        Assert.Throws<ArgumentException>(() => new FlowLogFiles(hostile, new FlowLogFolder(folder)));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void Identifiers_depend_on_kind_and_path_only()
    {
        var node = Shop.Nodes[Shop.Holders[0].Node];
        Assert.Matches("^eni-[0-9a-f]{17}$", VendorIds.NetworkInterface(node));
        Assert.Equal(VendorIds.NetworkInterface(node), VendorIds.NetworkInterface(node with { Origin = Model.Origin.None }));
        Assert.Equal(Shop.Holders.Count, Shop.Holders.Select(holder => VendorIds.NetworkInterface(Shop.Nodes[holder.Node])).Distinct().Count());
        Assert.Equal("eni-", VendorIds.NetworkInterface(node)[..4]);
    }

    static IReadOnlyList<string> Write(string folder, params FlowLogRecord[] records)
    {
        var files = new FlowLogFiles(Shop, new FlowLogFolder(folder));
        foreach (var record in records)
        {
            files.Add(holder: 0, record);
        }

        files.Complete();
        Assert.Equal(records.Length, files.Records);
        return files.Written;
    }

    string Read(string name)
    {
        using var stream = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, name)), CompressionMode.Decompress));
        return stream.ReadToEnd();
    }

    /// <summary>The manifest: what is there, and when it is delivered.</summary>
    Dictionary<string, DateTimeOffset> Listed() => File.ReadAllLines(Path.Combine(folder, FlowLogFolder.Manifest))
        .Select(line => line.Split(' '))
        .ToDictionary(line => line[0], line => DateTimeOffset.Parse(line[1], CultureInfo.InvariantCulture));

    static FlowLogRecord Record(long time, string source)
    {
        var (from, to) = (Ipv4Address.Parse(source), Ipv4Address.Parse("10.0.0.9"));
        return new FlowLogRecord(
            "123456789012",
            "eni-1",
            time,
            time,
            new FlowLogFlow(from, to, 1, 2, Protocol.Tcp, 3, 4, FlowAction.Accept, FlowDirection.Ingress, from, to));
    }
}
