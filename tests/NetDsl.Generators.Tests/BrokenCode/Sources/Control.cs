using NetDsl;
using static NetDsl.Traffic;

[Topology]
internal static partial class Control
{
    enum Kind : byte { Edge = 1, Data, Idle = 4 }

    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var internet = vpc.InternetGateway("igw");
        object[] wishes = ["edge", 7, null!, (Kind.Data, 'x'), new[] { 1, 2, 3 }, 2.5m, "idle"];
        var number = 0;
        foreach (var wish in wishes)
        {
            try
            {
                var (name, kind) = wish switch
                {
                    string { Length: > 3 and < 5 } text when text[0] is >= 'a' and <= 'f' => (text, Kind.Edge),
                    int count and not 0 => ($"n{count}", Kind.Data),
                    (Kind.Data, char letter) => (letter.ToString(), Kind.Data),
                    int[] and [var head, .., var last] => ($"l{head}{last}", Kind.Idle),
                    null => throw new InvalidOperationException("none"),
                    _ => ("other" + number, default(Kind)),
                };
                var subnet = vpc.Subnet(name, $"10.0.{number++}.0/24", number % 2 == 0 ? "a" : "b");
                switch (kind)
                {
                    case Kind.Edge:
                        subnet.RouteTable(name).Route("0.0.0.0/0", internet);
                        goto case Kind.Data;
                    case Kind.Data:
                    case Kind.Idle:
                        subnet.Instance(name);
                        break;
                    default:
                        continue;
                }
            }
            catch (InvalidOperationException problem) when (problem.Message == "none")
            {
                number |= 0x10;
            }
            finally
            {
                number = unchecked(number * 3 ^ 1) % 64;
            }
        }

        do { number--; } while (number > 4);
        while (true)
        {
            if (++number >= 8) break;
        }

        string? maybe = number > 100 ? "x" : null;
        maybe ??= "late";
        vpc.SecurityGroup(maybe?.ToUpperInvariant() ?? "none").Ingress(Udp(53), from: AnyIpv4);
#if DEBUG
        vpc.SecurityGroup("debug");
#else
        vpc.SecurityGroup(nameof(Control) + typeof(Kind).Name);
#endif
    }
}
