namespace NetDsl.Evaluation.Tests;

/// <summary>
/// A program for each construct that can be evaluated: the statements of a definition, and members behind <c>---</c>. What is to be seen ends up
/// in names and prefixes.
/// </summary>
static class SmallPrograms
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["a network of the architecture page"] = """
            var virginia = network.Region("us-east-1");
            var vpc = virginia.Vpc("shop", "10.0.0.0/16");
            var internet = vpc.InternetGateway("igw");
            var web = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
            var database = vpc.SecurityGroup("db").Ingress(Tcp(5432), from: web);
            foreach (var (index, zone) in new[] { "a", "b" }.Index())
            {
                var edge = vpc.Subnet($"edge-{zone}", $"10.0.{index}.0/24", zone);
                edge.RouteTable($"edge-{zone}").Route("0.0.0.0/0", internet);
                var nat = edge.NatGateway($"nat-{zone}");
                var data = vpc.Subnet($"data-{zone}", $"10.0.{10 + index}.0/24", zone);
                data.RouteTable($"data-{zone}").Route("0.0.0.0/0", nat);
                edge.Instance($"web-{zone}", web).PublicIp();
                data.Instance($"db-{zone}", database);
            }
            """,
        ["tags, and what is expected"] = """
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Tag("env", "live");
            var igw = vpc.InternetGateway("igw");
            var hosts = new List<InstanceBuilder>();
            foreach (var (index, zone) in new[] { "a", "b" }.Index())
            {
                var subnet = vpc.Subnet($"data-{zone}", $"10.0.{index}.0/24", zone).Tag("tier", "data");
                hosts.Add(subnet.Instance($"db-{zone}").Tag("role", index == 0 ? "writer" : "reader"));
                hosts[^1].Primary.Tag("number", $"{index}");
            }

            network.Expect(Internet).CannotReach([.. hosts, vpc]).ExceptFrom(["192.0.2.0/24", .. Offices()]).ExceptTo(hosts[1]);
            network.Expect(Tagged("role", "writer")).CanReach(hosts[1], Tcp(5432)).SurvivesLossOf("c").OnlyThrough([igw, hosts[0]]);
            IntentEnds everybody = [Tagged("tier", "data"), hosts[0].Primary, Internet];
            IntentEnd one = hosts[1];
            TrafficSelector[] shells = [Tcp(22), Tcp(3389)];
            foreach (var selector in shells)
            {
                network.Expect(everybody).CannotReach(one, selector).CannotReach(IntentEnds.Create(one, everybody[0]), shells);
            }

            hosts[0].ForwardsTraffic();
            vpc.Subnet("third", "10.0.9.0/24", "c").Instance("third");
            ---
            static IEnumerable<string> Offices() => Enumerable.Range(1, 2).Select(number => $"198.51.{number}.0/24");
            """,
        ["custom routing to the servers of a loop"] = """
            var ireland = network.Region("eu-west-1");
            var vpc = ireland.Vpc("games", "10.0.0.0/16");
            vpc.InternetGateway("igw");
            var protocol = CustomRoutingProtocols.Udp;
            var group = network.CustomRoutingAccelerator("matches").Listener(20000, 29999, listener => listener.Ports(30000, 30099))
                .EndpointGroup(ireland, 7000, 7001, protocol, configure: each => each.DestinationPorts(443, 443));
            foreach (var (index, zone) in new[] { "a", "b" }.Index())
            {
                var subnet = vpc.Subnet($"servers-{zone}", $"10.0.{index}.0/26", zone);
                var routed = group.Subnet(subnet, configure: index == 0 ? each => each.AllowAllTraffic() : null);
                routed.AllowTraffic(subnet.Instance($"server-{zone}")).AllowTraffic($"10.0.{index}.9", 7000, 7001);
            }

            network.Expect(Internet).CanReach(group.Listener.Accelerator, Udp(20001));
            """,
        ["policies, zones and groups of several VPCs"] = """
            var partner = network.Account("partner", "210987654321").Zone("us-east-1a", "use1-az2");
            var virginia = network.Region("us-east-1");
            var shop = virginia.Vpc("shop", "10.0.0.0/16");
            var staging = virginia.Vpc("staging", "10.1.0.0/16");
            var web = shop.SecurityGroup("web").AssociateWith(staging);
            staging.Subnet("a", "10.1.0.0/24", "a").Instance("host", web);
            var policy = shop.GatewayEndpoint("s3", virginia.Service("s3")).RouteTable(shop.MainRouteTable).Policy();
            var read = policy.Allow("Read", "s3:GetObject");
            foreach (var bucket in new[] { "logs", "pictures" })
            {
                read.Resource($"arn:aws:s3:::{bucket}/*").Principal(partner);
            }

            policy.Deny("Never", "s3:Delete*").Action("s3:Put*");
            """,
        ["locals, constants and statics"] = """
            const string Cidr = "10.0.0.0/16";
            var name = "a";
            name = name + "-b";
            network.Region(Home).Vpc(name, Cidr).Subnet("s", Subnets[1], Zone);
            ---
            const string Home = "eu-west-1";
            static readonly string[] Subnets = ["10.0.0.0/24", "10.0.1.0/24"];
            static string Zone { get; } = "b";
            """,
        ["arithmetic"] = """
            var region = network.Region("us-east-1");
            var a = 7;
            var b = 3;
            a += 2; b <<= 1; a--; ++b; b ^= 2;
            long wide = a * 1_000_000_000L;
            byte small = 250;
            small += 10;
            var text = $"{a / b}_{a % b}_{-a}_{~b}_{a << 2}_{a >> 1}_{a & b}_{a | b}_{wide}_{small}_{(7.5 / 2 > 3.7 ? 1 : 0)}_{(int)3.9}_{(char)('a' + 1)}";
            region.Vpc(text.Replace('-', 'm'), "10.0.0.0/16");
            region.Vpc((a > b && !(b >= a)) || a == 9 ? "yes" : "no", "10.1.0.0/16");
            region.Vpc("unchecked" + unchecked(int.MaxValue + b).ToString().Length, "10.2.0.0/16");
            """,
        ["conditions"] = """
            var region = network.Region("us-east-1");
            string? missing = null;
            for (var i = 0; i < 6; i++)
            {
                if (i == 1) continue;
                else if (i > 4) break;
                var name = i % 2 == 0 ? "even" : "odd";
                name = missing ?? name;
                switch (i)
                {
                    case 2: name += "-two"; break;
                    case 3:
                    case 4: name += "-more"; break;
                    default: name += "-" + i; break;
                }
                region.Vpc($"{name}-{missing?.Length ?? -i:000}".Replace("--", "-m"), $"10.{i}.0.0/16");
            }
            """,
        ["loops"] = """
            var region = network.Region("us-east-1");
            var n = 0;
            while (n < 2) { region.Vpc($"w{n}", $"10.{n}.0.0/16"); n++; }
            do { region.Vpc($"d{n}", $"10.{n}.0.0/16"); } while (++n < 4);
            foreach (var item in new List<int> { 10, 20 }) region.Vpc($"l{item}", $"10.{item}.0.0/16");
            foreach (var letter in "xy") region.Vpc($"c{letter}", $"10.{(int)letter}.0.0/16");
            foreach (var entry in new Dictionary<string, int> { ["k"] = 40, ["l"] = 41 }) region.Vpc(entry.Key, $"10.{entry.Value}.0.0/16");
            foreach (var (key, value) in new Dictionary<string, int> { { "m", 42 } }) region.Vpc(key, $"10.{value}.0.0/16");
            for (int i = 50, j = 60; i < j; i += 3, j -= 3) region.Vpc($"f{i}", $"10.{j}.0.0/16");
            """,
        ["tuples"] = """
            var region = network.Region("us-east-1");
            var pair = (name: "a", at: (x: 1, y: 2));
            var (name, (x, y)) = pair;
            (x, y) = (y, x);
            pair.at.x = 9;
            var copy = pair;
            copy.name = "b";
            region.Vpc($"{name}{x}{y}-{pair.at.x}-{pair.name}-{copy.name}", "10.0.0.0/16");
            (long, string) wide = (5, "five");
            region.Vpc(wide == (5, "five") && pair != copy ? "equal" : "different", "10.1.0.0/16");
            foreach (var (cidr, zone) in new[] { ("10.0.1.0/24", "a"), ("10.0.2.0/24", "b") })
                region.Vpc(zone, "10.2.0.0/16").Subnet(zone, cidr.Replace("10.0", "10.2"), zone);
            """,
        ["arrays and lists"] = """
            var region = network.Region("us-east-1");
            var numbers = new int[3];
            numbers[0] = 4; numbers[1] += 5; numbers[2]++;
            int[] more = [..numbers, 8, ..new List<int> { 9 }];
            var grid = new[,] { { 1, 2 }, { 3, 4 } };
            var list = new List<string>(4) { "x" };
            list.Add("y"); list.Insert(0, "w"); list.RemoveAt(1);
            List<(string Name, int Port)> pairs = [("a", 1), ("b", 2)];
            var jagged = new int[][] { [1], [2, 3] };
            region.Vpc($"{more.Length}-{more[^1]}-{more[1..3].Length}-{grid[1, 0]}-{list[0]}{list.Count}-{pairs[1].Name}{jagged[1][1]}", "10.0.0.0/16");
            """,
        ["helpers"] = """
            var factor = 1;
            var vpc = Make(network, cidr: Block(1), name: "helped");
            vpc.Numbered(3).Numbered();
            int Twice(int value) => value * Factor();
            int Factor() { return factor; }
            factor = 2;
            vpc.Subnet($"s{Twice(4)}-{Fibonacci(10)}", Block(8, 24), "a");
            Split("left/right", out var left, out var right);
            vpc.Subnet(right + left, Block(9, 24), Join("b"));
            vpc.Subnet(First<string>(["c1", "c2"]), Block(10, 24), "c");
            var total = 0;
            AddTo(ref total, 5);
            vpc.Subnet($"total{total}{Join("-", "p", "q")}", Block(11, 24), "a");
            ---
            static VpcBuilder Make(NetworkBuilder network, string name, string cidr = "10.9.0.0/16") => network.Region("us-east-1").Vpc(name, cidr);
            static string Block(int third, int length = 16) => length == 16 ? "10.0.0.0/16" : $"10.0.{third}.0/{length}";
            static VpcBuilder Numbered(this VpcBuilder vpc, int number = 7) { vpc.SecurityGroup($"group-{number}"); return vpc; }
            static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);
            static void Split(string text, out string left, out string right) { var at = text.IndexOf('/'); left = text[..at]; right = text[(at + 1)..]; }
            static T First<T>(List<T> items) => items[0];
            static void AddTo(ref int sum, int value) { sum += value; }
            static string Join(string first, params string[] rest) => string.Join(first, rest) + (rest.Length == 0 ? first : "");
            """,
        ["lambdas and captures"] = """
            var count = 0;
            var region = network.Region("us-east-1");
            region.Vpc("outer", "10.0.0.0/16", configure: vpc =>
            {
                count++;
                vpc.Subnet("one", "10.0.0.0/24", "a", subnet => subnet.Instance($"host-{count++}"));
                foreach (var zone in new[] { "b", "c" })
                {
                    var captured = zone;
                    vpc.Subnet(captured, $"10.0.{++count}.0/24", zone, configure: subnet => { subnet.Instance("host-" + captured); });
                }
            });
            var later = new List<Func<string>>();
            for (var i = 0; i < 3; i++) { var copy = i; later.Add(() => $"{copy}{i}"); }
            Func<int, int> twice = value => value * 2;
            Action<string> add = name => region.Vpc(name, "10.1.0.0/16");
            add(string.Join("-", later.Select(function => function())) + twice(count));
            Func<string, string> method = Upper;
            add(method("up"));
            ---
            static string Upper(string text) => text.ToUpperInvariant();
            """,
        ["queries"] = """
            var region = network.Region("us-east-1");
            var numbers = Enumerable.Range(1, 6).Where(number => number % 2 == 0).Select((number, index) => number * 10 + index).ToArray();
            var zones = new[] { "a", "b", "c" };
            foreach (var (number, zone) in numbers.Zip(zones)) region.Vpc($"{zone}{number}", $"10.{number}.0.0/16");
            var all = zones.SelectMany(zone => numbers.Take(2), (zone, number) => (zone, number)).OrderByDescending(item => item.number).ThenBy(item => item.zone, StringComparer.Ordinal).ToList();
            region.Vpc(string.Join(".", all.Select(item => item.zone + item.number)), "10.0.0.0/16");
            var grouped = zones.Concat(["a"]).GroupBy(zone => zone).ToDictionary(group => group.Key, group => group.Count());
            region.Vpc($"{grouped["a"]}{grouped.Count}{zones.Any(zone => zone == "b")}{zones.All(zone => zone.Length == 1)}{zones.First()}{zones.Last()}{numbers.Sum()}{numbers.Max()}{zones.Contains("c")}{zones.Reverse().First()}{zones.Chunk(2).Count()}", "10.1.0.0/16");
            """,
        ["text"] = """
            var region = network.Region("us-east-1");
            var name = nameof(region) + "-" + "  Text ".Trim().ToLowerInvariant().PadLeft(6, '0').Substring(1);
            region.Vpc($"{name,-12}|{7,4}|{255:x4}".Replace(' ', '_').Replace('|', '.'), "10.0.0.0/16");
            region.Vpc(string.Concat("a", 1, "b") + string.Join(',', [1, 2, 3]).Replace(",", "-") + "a-b-c".Split('-').Length + "abc".Contains('b') + 'c' + true, "10.1.0.0/16");
            region.Vpc(string.IsNullOrEmpty(null) ? "empty" : "full", "10.2.0.0/16");
            region.Vpc(int.Parse("42").ToString("000") + (int.TryParse("x", out var parsed) ? "" : $"no{parsed}") + "abc"[1] + "abc".StartsWith("ab"), "10.3.0.0/16");
            """,
        ["patterns"] = """
            var region = network.Region("us-east-1");
            foreach (var (number, text) in new (int?, string?)[] { (1, "a"), (null, "b"), (25, null) })
            {
                var name = (number, text) switch
                {
                    (null, _) => "none",
                    ( > 20 and < 30, null) => "twenties",
                    (int n, { Length: 1 } t) when n == 1 => $"{t}{n}",
                    _ => "other",
                };
                region.Vpc(name + (number is not null) + (text is "a" or "b") + (number is { } value ? value : 0) + number.HasValue, $"10.{number ?? 9}.0.0/16");
            }
            int? total = null;
            total ??= 5;
            total += 2;
            region.Vpc($"total{total}{total > 6}{total.Value}{((int?)null).GetValueOrDefault(3)}", "10.77.0.0/16");
            """,
        ["profiles"] = """
            var rules = SemanticsProfile.Talk2018 with { ApplianceMode = true, GroupReferencesOverPeering = GroupReferencesOverPeering.Never };
            network.Profile(rules with { Quotas = QuotaProfile.Current with { VpcsPerRegion = rules.Quotas.VpcsPerRegion + 1 } });
            network.Region("us-east-1").Vpc(SemanticsProfile.Current.ToString() + SemanticsProfile.Talk2018.ApplianceMode + rules.ApplianceMode, "10.0.0.0/16");
            """,
        ["problems of builders"] = """
            var region = network.Region("us-east-1");
            var bad = "10.0.0.1/16";
            region.Vpc("bad", bad).Subnet("inside", "10.0.0.0/24", "a");
            region.Vpc("good", "10.0.0.0/16");
            region.Vpc("good", "10.1.0.0/16");
            """,
    };
}
