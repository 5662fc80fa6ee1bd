namespace NetDsl.Evaluation.Tests;

/// <summary>Expressions over the base library in groups; each is evaluated, and compiled and run.</summary>
static class LibraryPrograms
{
    /// <summary>Statements that fill the list <c>said</c>, by group. What stands behind a line <c>---</c> are members of the class.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["object"] = """
            Say(new object() is not null); Say(Equals(1, 1)); Say(object.Equals("a", "b")); object boxed = 5; Say(boxed.Equals(5)); Say(boxed.ToString());
            Say(ReferenceEquals("a", null)); Say(new P(1, 2).Equals(new P(1, 2))); Say(new P(1, 2).ToString());
            ---
            record P(int X, int Y);
            """,
        ["enum"] = """
            Say(Size.Large.ToString()); Say(Size.Large.ToString("D")); Say(Size.Large.ToString("G")); Say((Flags.A | Flags.B).HasFlag(Flags.A)); Say((Flags.A | Flags.B).ToString());
            Say(Enum.Parse<Size>("Large")); Say(Enum.Parse<Size>("large", true)); Say(Enum.TryParse<Size>("Small", out var size)); Say(size); Say(Enum.IsDefined(Size.Small)); Say(Enum.IsDefined((Size)9));
            Say(Enum.GetNames<Size>().Length); Say(string.Join(",", Enum.GetValues<Size>())); Say(Enum.GetName(Size.Large)); Say(Size.Small.CompareTo(Size.Large)); Say(Size.Small.Equals(Size.Small));
            Say(Enum.GetName(typeof(Size), 1)); Say(Enum.GetNames(typeof(Size)).Length); Say(Enum.IsDefined(typeof(Size), "Large"));
            ---
            enum Size { Small, Large }
            [Flags] enum Flags { A = 1, B = 2 }
            """,
        ["type"] = """
            Say(typeof(int).Name); Say(typeof(string).FullName); Say(typeof(Size).Name); Say(typeof(Size).IsEnum); Say(typeof(int).IsValueType); Say(typeof(int) == typeof(long)); Say(typeof(int) != typeof(long));
            Say(typeof(object).IsAssignableFrom(typeof(string))); Say(typeof(int).IsInstanceOfType(5)); Say(typeof(int).Equals(typeof(int))); Say(5.GetType().Name); Say(typeof(int[]).IsArray); Say(typeof(List<int>).Name);
            ---
            enum Size { Small, Large }
            """,
        ["delegates"] = """
            Func<int, int> twice = n => n * 2; Say(twice.Invoke(4)); Action a = () => Say("a"); Action b = () => Say("b"); var both = (Action)Delegate.Combine(a, b)!; both(); both.Invoke(); Say(both.GetInvocationList().Length);
            var one = (Action?)Delegate.Remove(both, b); one!(); Say(a.Equals(a)); Say(a == b); Say(a != b);
            """,
        ["exceptions"] = """
            var inner = new FormatException("deep"); var e = new InvalidOperationException("out", inner); Say(e.Message); Say(e.InnerException!.Message); Say(e.GetBaseException().Message);
            Say(new ArgumentException("bad", "p").ParamName); Say(new ArgumentException("bad", "p").Message); Say(new ArgumentNullException("q").ParamName); Say(new ArgumentOutOfRangeException("r", 5, "far").ActualValue);
            try { ArgumentOutOfRangeException.ThrowIfNegative(-1); } catch (ArgumentOutOfRangeException x) { Say(x.ParamName); }
            try { ArgumentNullException.ThrowIfNull((object?)null, "n"); } catch (ArgumentNullException x) { Say(x.ParamName); }
            Say(new AggregateException("many", new Exception("a"), new Exception("b")).InnerExceptions.Count); Say(new KeyNotFoundException("k").Message); Say(new NotSupportedException().Message.Length > 0); Say(new TimeoutException("t", inner).InnerException == null);
            """,
        ["index and range"] = """
            Index i = ^2; Say(i.Value); Say(i.IsFromEnd); Say(i.GetOffset(10)); Range r = 1..^1; Say(r.Start.Value); Say(r.End.IsFromEnd); var (o, l) = r.GetOffsetAndLength(10); Say(o); Say(l);
            Say(new Index(3).Value); Say(Index.FromEnd(1).IsFromEnd); Say(Range.All.Equals(0..^0)); Say(i.ToString()); Say(r.ToString()); Say(i.Equals(^2));
            """,
        ["pairs and tuples"] = """
            var p = KeyValuePair.Create("a", 1); Say(p.Key); Say(p.Value); var (k, v) = p; Say(k + v); var t = Tuple.Create(1, "x"); Say(t.Item1); Say(t.Item2); Say(t.Equals(Tuple.Create(1, "x")));
            var s = ValueTuple.Create(1, 2); Say(s.Item2); Say((1, 2).CompareTo((1, 3))); Say((1, "a").Equals((1, "a"))); Say((1, 2).ToString()); Say(t.ToValueTuple().Item2);
            """,
        ["lazy"] = """
            var n = 0; var z = new Lazy<int>(() => { n++; return 7; }); Say(z.IsValueCreated); Say(z.Value); Say(z.Value); Say(z.IsValueCreated); Say(n);
            """,
        ["enumerators"] = """
            var list = new List<int> { 1, 2 }; IEnumerator<int> e = ((IEnumerable<int>)list).GetEnumerator(); while (e.MoveNext()) Say(e.Current); e.Dispose();
            using var f = list.GetEnumerator(); Say(f.MoveNext()); Say(f.Current);
            """,
        ["list"] = """
            var l = new List<int> { 5, 3, 9 }; l.Sort(); Say(string.Join(",", l)); l.Sort((a, b) => b - a); Say(string.Join(",", l)); l.Sort(Comparer<int>.Create((a, b) => a - b)); Say(l.BinarySearch(9)); l.AddRange([1, 2]); l.AddRange(new[] { 7 });
            Say(l.FindLast(n => n > 4)); Say(l.FindLastIndex(n => n < 4)); Say(l.AsReadOnly().Count); Say(l.Slice(1, 2).Count); l.EnsureCapacity(50); l.TrimExcess(); var c = new int[6]; l.CopyTo(c); Say(c[5]); l.InsertRange(0, [8, 8]); l.RemoveRange(0, 1); Say(l.LastIndexOf(8)); Say(string.Join(",", l.ConvertAll(n => $"<{n}>")));
            var words = new List<string> { "b", "a", "C" }; words.Sort(StringComparer.Ordinal); Say(string.Join(",", words)); words.Sort(string.CompareOrdinal); Say(words[0]);
            """,
        ["dictionary and sets"] = """
            var d = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 }; Say(d.ContainsKey("A")); Say(d.ContainsValue(1)); Say(d.Remove("A", out var old)); Say(old); Say(d.TryAdd("z", 3)); foreach (var (key, value) in d) Say(key + value);
            var s = new HashSet<int> { 1, 2, 3 }; Say(s.Add(1)); Say(s.RemoveWhere(n => n > 2)); Say(s.IsProperSubsetOf([1, 2, 3])); Say(s.TryGetValue(2, out var two)); Say(two); s.SymmetricExceptWith([2, 7]); Say(string.Join(",", s.OrderBy(n => n)));
            var sorted = new SortedSet<int> { 5, 1, 3 }; Say(sorted.Min); Say(sorted.Max); Say(string.Join(",", sorted.GetViewBetween(1, 3))); Say(string.Join(",", sorted.Reverse()));
            var byName = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["b"] = 1, ["a"] = 2 }; Say(string.Join(",", byName.Keys)); Say(byName.First().Value); var sl = new SortedList<int, string> { [2] = "b", [1] = "a" }; Say(sl.GetKeyAtIndex(0)); Say(sl.IndexOfKey(2)); Say(sl.Values[1]);
            var od = new OrderedDictionary<string, int> { ["x"] = 1, ["y"] = 2 }; od.Insert(0, "w", 0); Say(od.GetAt(0).Key); Say(od.IndexOf("y")); IReadOnlySet<int> ro = s; Say(ro.Contains(7));
            """,
        ["queues and lists"] = """
            var q = new Queue<int>([1, 2]); q.Enqueue(3); Say(q.Dequeue()); Say(q.TryPeek(out var p)); Say(p); Say(q.TryDequeue(out var t)); Say(t); var st = new Stack<int>([1, 2]); st.Push(4); Say(st.Pop()); Say(st.TryPop(out var u)); Say(u); Say(st.Peek());
            var pq = new PriorityQueue<string, int>(); pq.Enqueue("late", 5); pq.Enqueue("soon", 1); Say(pq.Dequeue()); Say(pq.TryDequeue(out var el, out var pr)); Say(el + pr); Say(pq.Count);
            var ll = new LinkedList<int>([1, 2]); ll.AddFirst(0); ll.AddLast(3); Say(ll.First!.Value); Say(ll.Last!.Previous!.Value); ll.Remove(1); ll.AddAfter(ll.First, 9); Say(string.Join(",", ll)); Say(ll.Find(9)!.Next!.Value);
            """,
        ["immutable"] = """
            var l = ImmutableList.Create(1, 2).Add(3).Insert(0, 0).Remove(2).SetItem(0, 7); Say(string.Join(",", l)); Say(l.Count); var a = ImmutableArray.Create(1, 2, 3); Say(a.Length); Say(a[1]); Say(string.Join(",", a.Add(4).RemoveAt(0))); Say(a.Contains(2)); ImmutableArray<int> e = [4, 5]; Say(e.IsEmpty);
            var d = ImmutableDictionary<int, string>.Empty.Add(1, "a").SetItem(1, "b"); Say(d[1]); Say(d.ContainsKey(2)); Say(d.GetValueOrDefault(5, "none")); var s = ImmutableHashSet.Create(1, 2, 2); Say(s.Count); Say(s.Contains(2)); Say(s.Union([9]).Count);
            var b = ImmutableArray.CreateBuilder<int>(); b.Add(1); b.AddRange(2, 3); Say(b.ToImmutable().Length); var lb = ImmutableList.CreateBuilder<int>(); lb.Add(6); Say(lb.ToImmutable()[0]); Say(ImmutableSortedSet.Create(3, 1)[0]); Say(new[] { 1, 2 }.ToImmutableArray().Length); Say(new[] { 1, 2 }.ToImmutableList().Count);
            Say(new[] { 1, 2 }.ToImmutableDictionary(n => n, n => n * 2)[2]); Say(ImmutableQueue.Create(1, 2).Dequeue().Peek()); Say(ImmutableStack.Create(1, 2).Peek()); Say(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal).Add("b", 1).Add("a", 2).First().Key); Say(l.ToBuilder().Count);
            var f = new[] { 1, 2 }.ToFrozenDictionary(n => $"k{n}"); Say(f["k2"]); Say(f.ContainsKey("x")); Say(new[] { 1, 2, 2 }.ToFrozenSet().Count);
            var h = ImmutableHashSet.Create("b", "a"); Say(h.Contains("a")); Say(h.Any(n => n == "b")); Say(h.Count()); Say(h.SetEquals(["a", "b"])); Say(string.Join(",", h.Order(StringComparer.Ordinal))); Say(h.ToImmutableSortedSet(StringComparer.Ordinal)[0]); Say(ImmutableHashSet.Create("one").Single());
            """,
        ["arrays"] = """
            var a = new[] { 3, 1, 2 }; Array.Sort(a); Say(string.Join(",", a)); Array.Sort(a, (x, y) => y - x); Say(a[0]); Say(Array.BinarySearch(new[] { 1, 3, 5 }, 3)); Array.Resize(ref a, 5); Say(a.Length); Array.Clear(a, 0, 1); Say(a[0]); Array.Clear(a); Say(a[1]); var g = new int[2, 3]; Say(g.Rank); Say(g.GetLength(1)); Say(g.GetUpperBound(1)); Say(g.GetLowerBound(0)); a.SetValue(4, 0); Say(a.GetValue(0)); Say(Array.IndexOf(a, 4)); Say(Array.Exists(a, n => n == 4)); Say(Array.Find(a, n => n > 1)); Say(Array.FindLast(a, n => n == 0)); Array.Fill(a, 6); Say(a[4]); Say(Array.TrueForAll(a, n => n == 6)); Say(Array.AsReadOnly(a).Count); Array.ForEach(a, n => Say(n)); Say(((int[])a.Clone()).Length); Say(a.LongLength);
            var w = new[] { "b", "a" }; Array.Sort(w, StringComparer.Ordinal); Say(w[0]); Array.Reverse(w); Say(w[0]); Say(Array.ConvertAll(w, x => x.Length)[0]); Say(Array.Empty<int>().Length); Say(Array.LastIndexOf(w, "a"));
            """,
        ["text"] = """
            var t = " Hello, World "; Say(t.Trim()); Say(t.TrimStart().TrimEnd('d', ' ')); Say(t.IndexOf('o')); Say(t.IndexOf("World")); Say(t.IndexOf("o", 6)); Say(t.LastIndexOf('o')); Say(t.IndexOfAny(['x', 'W'])); Say(t.Contains("WORLD", StringComparison.OrdinalIgnoreCase)); Say(t.Replace("l", "L")); Say(t.Replace("WORLD", "all", StringComparison.OrdinalIgnoreCase)); Say(t.Remove(3)); Say(t.Insert(1, ">")); Say(t.PadRight(20, '.')); Say(t.Split(',').Length); Say(t.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Length); Say("a,b,,c".Split(",", StringSplitOptions.RemoveEmptyEntries).Length); Say("a=b=c".Split('=', 2)[1]); Say(t.ToUpperInvariant()); Say("AB".ToLower(CultureInfo.InvariantCulture)); Say("a".CompareTo("a") == 0 || true);
            Say(string.Compare("a", "B", StringComparison.OrdinalIgnoreCase) < 0); Say(string.CompareOrdinal("a", "b") < 0); Say("abc"[1]); Say("abc"[^1]); Say("abc"[1..]); Say("abc".Substring(1, 1)); Say(string.IsNullOrWhiteSpace(" ")); Say("abc".StartsWith("ab", StringComparison.Ordinal)); Say("abc".EndsWith('c')); Say(string.Concat("a", 1, 'c')); Say(string.Join('-', 1, 2, 3)); Say(string.Join("-", new List<int> { 1, 2 })); Say(new string('x', 3)); Say(new string(['a', 'b'])); Say("a\r\nb\nc".ReplaceLineEndings("|")); Say(string.Format("{0}-{1:D3}", "a", 7)); Say(string.Equals("a", "A", StringComparison.OrdinalIgnoreCase)); Say("abc".ToCharArray().Length); Say("xaxbx".Trim('x')); Say("abcabc".LastIndexOf("bc", StringComparison.Ordinal)); Say(string.Concat(new[] { "a", "b" })); Say(string.Concat(new[] { 1, 2 }.Select(n => n * 2)));
            """.Replace("Say(\"a\".CompareTo(\"a\") == 0 || true);", "", StringComparison.Ordinal),
        ["characters"] = """
            Say(char.IsDigit('5')); Say(char.IsLetter('x')); Say(char.IsLetterOrDigit('-')); Say(char.IsPunctuation('-')); Say(char.IsWhiteSpace(' ')); Say(char.ToUpperInvariant('x')); Say(char.GetNumericValue('7') == 7); Say(char.ConvertFromUtf32(65)); Say(char.IsBetween('b', 'a', 'c')); Say(char.IsAsciiHexDigit('f')); Say('a'.CompareTo('b')); Say('a'.ToString()); Say(char.Parse("x")); Say(char.IsControl('\n')); Say(char.IsAsciiLetterLower('x')); Say(char.IsUpper("aB", 1)); Say(char.GetUnicodeCategory('a'));
            """,
        ["builder"] = """
            var b = new StringBuilder("x"); b.Append("a").Append('b').Append(1).Append(2L).Append(true).Append('-', 3).Append(new[] { 'c' }).Append((object)"o").Append("hello", 1, 2); Say(b.ToString()); b.AppendFormat("{0:D2}", 5).AppendJoin(",", new[] { 1, 2 }).AppendJoin('/', "p", "q"); Say(b.ToString()); b.Insert(0, "S").Insert(1, 'c').Replace("a", "AA").Replace('b', 'B').Remove(0, 1); Say(b.ToString()); Say(b.Length); Say(b[1]); b[1] = 'Q'; b.Length = 3; Say(b.ToString()); b.Clear(); Say(b.Length); Say(b.Append("abc").ToString(1, 1));
            """,
        ["whole numbers"] = """
            Say(int.Parse("12")); Say(int.Parse("ff", NumberStyles.HexNumber)); Say(byte.TryParse("300", out _)); Say(long.Parse("-5", CultureInfo.InvariantCulture)); Say(ushort.Parse("80")); Say(uint.TryParse("7", NumberStyles.Integer, CultureInfo.InvariantCulture, out var u)); Say(u); Say(sbyte.Parse("-1")); Say(Int128.Parse("170141183460469231731687303715884105727")); Say(UInt128.MaxValue); Say((Int128)5 + 6); Say((int)((Int128)5 * 6)); Say((UInt128)1 << 100); Say(int.Clamp(5, 1, 3)); Say(int.Abs(-3)); Say(int.Max(1, 2)); Say(int.Min(1, 2)); Say(int.Sign(-2)); Say(int.DivRem(7, 2).Remainder); Say(int.Log2(1024)); Say(int.PopCount(255)); Say(int.LeadingZeroCount(1)); Say(int.TrailingZeroCount(8)); Say(int.RotateLeft(1, 3)); Say(int.IsPow2(64)); Say(int.IsEvenInteger(3)); Say(byte.CreateSaturating(300)); Say(int.CreateTruncating(5_000_000_000L)); Say(ulong.MaxValue); Say(5.CompareTo(6)); Say(5.Equals(5)); Say(255.ToString("x2")); Say(5.ToString("D4")); Say(5.ToString(CultureInfo.InvariantCulture)); Say(1234.ToString("N0", CultureInfo.InvariantCulture)); Say(int.Parse("12".AsSpan())); Say(long.IsOddInteger(3)); Say(uint.RotateRight(1u, 1)); Say(short.MaxValue);
            """.Replace("Say(int.Parse(\"12\".AsSpan()));", "Say(int.Parse(\"12\".AsSpan(), CultureInfo.InvariantCulture));", StringComparison.Ordinal),
        ["numbers with a point"] = """
            var c = CultureInfo.InvariantCulture; Say(double.Parse("1.5", c).ToString(c)); Say(decimal.Parse("2.50", c).ToString(c)); Say(float.Parse("0.5", c).ToString(c)); Say(double.TryParse("x", c, out _)); Say(double.IsNaN(double.NaN)); Say(double.Abs(-1.5) == 1.5); Say(double.Max(1, 2) == 2); Say(Half.Parse("1.5", c).ToString(c)); Say((double)(Half)2.5 == 2.5); Say(decimal.Round(2.567m, 2).ToString(c)); Say(decimal.Truncate(2.9m).ToString(c)); Say(double.IsInteger(2.0)); Say(1.5.ToString("0.00", c)); Say(1.5m.CompareTo(2m)); Say(decimal.Add(1, 2) == 3m); Say(double.Clamp(5, 1, 3) == 3);
            """,
        ["math"] = """
            Say(Math.Abs(-5)); Say(Math.Clamp(9, 1, 5)); Say(Math.DivRem(7, 2).Quotient); Say((int)Math.Sqrt(16)); Say((int)Math.Ceiling(1.2)); Say((int)Math.Floor(1.8)); Say((int)Math.Round(2.5, MidpointRounding.AwayFromZero)); Say((int)Math.Log2(8)); Say((int)Math.Cbrt(27.1)); Say(Math.Max(1L, 2L)); Say(Math.BigMul(5, 6)); Say((int)MathF.Max(1f, 2f)); Say(BitOperations.Log2(1024u)); Say(BitOperations.PopCount(255u)); Say(BitOperations.IsPow2(8)); Say(BitOperations.LeadingZeroCount(1u)); Say(BitOperations.RoundUpToPowerOf2(5u)); Say(BitConverter.DoubleToInt64Bits(1.0)); Say(Sum(1, 2)); Say(Zero<long>()); Say(Largest(3, 8)); Say(From<byte>(77));
            ---
            static T Sum<T>(T a, T b) where T : INumber<T> => a + b;
            static T Zero<T>() where T : INumber<T> => T.Zero;
            static T Largest<T>(T a, T b) where T : INumber<T> => T.Max(a, b);
            static T From<T>(int n) where T : INumber<T> => T.CreateChecked(n);
            """,
        ["convert"] = """
            Say(Convert.ToInt32("12")); Say(Convert.ToInt32(2.5)); Say(Convert.ToString(10, 2)); Say(Convert.ToInt32("1010", 2)); Say(Convert.ToByte(7)); Say(Convert.ToHexString([1, 255])); Say(Convert.FromHexString("01ff").Length); Say(Convert.ToBoolean("true")); Say(Convert.ToUInt16(80)); Say(Convert.ToDouble("1.5", CultureInfo.InvariantCulture) == 1.5); Say(Convert.ToChar(65)); Say(Convert.ToBase64String([1, 2])); Say(Convert.ToInt64(true));
            """,
        ["time"] = """
            var t = TimeSpan.FromMinutes(90); Say(t); Say(t.Hours); Say((int)t.TotalMinutes); Say(t + TimeSpan.FromSeconds(5)); Say(t > TimeSpan.Zero); Say(TimeSpan.Parse("01:02:03").Seconds); Say(TimeSpan.TryParse("x", out _)); Say(t.ToString("c")); Say(new TimeSpan(1, 2, 3).Minutes); Say((t * 2).Days); Say(t.CompareTo(TimeSpan.Zero)); Say(TimeSpan.FromDays(1).Add(t).Days); Say(t.ToString(@"hh\:mm", CultureInfo.InvariantCulture)); Say(-t);
            var d = new DateOnly(2024, 2, 28).AddDays(2); Say(d.Month); Say(d.DayOfWeek); Say(d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); Say(d.ToString("O")); Say(new DateTime(2024, 1, 1).AddHours(30).Day); Say(DateTime.IsLeapYear(2024)); Say(new TimeOnly(10, 30).AddHours(3).Hour); Say((new DateTime(2024, 1, 3) - new DateTime(2024, 1, 1)).Days);
            """,
        ["addresses"] = """
            var a = IPAddress.Parse("10.0.0.1"); Say(a); Say(a.ToString()); Say(a.GetAddressBytes()[0]); Say(a.AddressFamily); Say(a.MapToIPv6()); Say(IPAddress.IsLoopback(IPAddress.Loopback)); Say(IPAddress.TryParse("x", out _)); Say(a.Equals(IPAddress.Parse("10.0.0.1"))); Say(IPAddress.Any); Say(new IPAddress([10, 0, 0, 9])); Say(IPNetwork.Parse("10.0.0.0/8").Contains(a)); Say(IPNetwork.Parse("10.0.0.0/8").PrefixLength); Say(new IPNetwork(IPAddress.Parse("10.1.0.0"), 16).ToString()); Say(BinaryPrimitives.ReadUInt32BigEndian(a.GetAddressBytes())); Say(new IPEndPoint(a, 80).Port);
            var v = Version.Parse("1.2.3"); Say(v.Major); Say(v > new Version(1, 0)); Say(v.ToString()); Say(v.ToString(2)); var u = new Uri("https://example.com:8443/a/b?q=1#f"); Say(u.Host); Say(u.Port); Say(u.Scheme); Say(u.AbsolutePath); Say(u.Query); Say(u.Fragment); Say(Uri.EscapeDataString("a b")); Say(Uri.TryCreate("x://y", UriKind.Absolute, out _));
            """,
        ["comparers"] = """
            Say(StringComparer.Ordinal.Compare("a", "b") < 0); Say(StringComparer.OrdinalIgnoreCase.Equals("a", "A")); Say(EqualityComparer<int>.Default.Equals(1, 1)); Say(Comparer<int>.Default.Compare(1, 2)); Say(Comparer<string>.Create((a, b) => a.Length - b.Length).Compare("aa", "b")); Say(Bigger(3, 4)); IEquatable<int> e = 5; Say(e.Equals(5)); IComparer<int> c = Comparer<int>.Default; Say(c.Compare(2, 1)); IEqualityComparer<string> q = StringComparer.OrdinalIgnoreCase; Say(q.Equals("x", "X")); Say(StringComparer.FromComparison(StringComparison.Ordinal).Equals("a", "a"));
            Say(new K("a", 1).Equals(new K("A", 1))); Say(new HashSet<K> { new("a", 1), new("A", 1) }.Count); Say(new[] { "b", "A", "a" }.Order(StringComparer.OrdinalIgnoreCase).First());
            ---
            static T Bigger<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b;
            sealed class K(string name, int n) { string Name => name; int N => n; public override bool Equals(object? other) => other is K k && StringComparer.OrdinalIgnoreCase.Equals(Name, k.Name) && N == k.N; public override int GetHashCode() => HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(Name), N.GetHashCode()); }
            """,
        ["queries of one"] = """
            int[] n = [3, 1, 2, 3]; Say(string.Join(",", n.Append(9).Prepend(0))); Say(n.Chunk(2).Count()); Say(string.Join(",", n.CountBy(x => x).Select(p => p.Key * 10 + p.Value))); Say(string.Join(",", n.AggregateBy(x => x % 2, 0, (a, x) => a + x).Select(p => p.Value))); Say(string.Join(",", n.Index().Select(p => p.Index * p.Item))); Say(string.Join(",", n.DistinctBy(x => x % 2))); Say(n.MinBy(x => -x)); Say(n.MaxBy(x => -x)); Say(string.Join(",", n.Order())); Say(string.Join(",", n.OrderDescending())); Say(n.ElementAt(^1)); Say(n.ElementAtOrDefault(10)); Say(string.Join(",", n.Take(1..3))); Say(n.TryGetNonEnumeratedCount(out var count)); Say(count); Say(n.ToHashSet().Count); Say(string.Join(",", n.SkipLast(1))); Say(string.Join(",", n.TakeLast(2))); Say(n.Sum()); Say((int)n.Average()); Say(n.Sum(x => (long)x)); Say(n.Min()); Say(n.Max(x => x * 2)); Say(n.Aggregate((a, b) => a * b)); Say(n.Aggregate(1, (a, b) => a + b, x => $"<{x}>")); Say(n.LongCount()); Say(n.FirstOrDefault(x => x > 5, -1)); Say(n.SingleOrDefault(x => x == 1)); Say(string.Join(",", n.SkipWhile(x => x > 2))); Say(string.Join(",", n.TakeWhile(x => x > 2))); Say(n.DefaultIfEmpty(7).Last()); Say(n.Contains(3)); Say(n.All(x => x > 0)); Say(n.Cast<object>().OfType<int>().Count()); Say(string.Join(",", Enumerable.Range(1, 3).Reverse())); Say(string.Join(",", Enumerable.Repeat("x", 2))); Say(Enumerable.Empty<int>().Any()); Say(n.Select(x => (decimal)x).Sum() == 9m); Say(n.Max(Comparer<int>.Default)); Say(string.Join(",", n.Reverse()));
            """,
        ["queries of two"] = """
            int[] a = [1, 2, 3], b = [2, 3, 4]; Say(string.Join(",", a.ExceptBy(b, x => x))); Say(string.Join(",", a.IntersectBy(b, x => x))); Say(string.Join(",", a.UnionBy(b, x => x))); Say(string.Join(",", a.Union(b))); Say(string.Join(",", a.Zip(b, b).Select(t => t.First + t.Second + t.Third))); Say(string.Join(",", a.Zip(b, (x, y) => x * y))); Say(string.Join(",", a.Join(b, x => x, y => y, (x, y) => x + y))); Say(string.Join(",", a.LeftJoin(b, x => x, y => y, (x, y) => x + y))); Say(string.Join(",", a.RightJoin(b, x => x, y => y, (x, y) => x + y))); Say(string.Join(",", a.GroupJoin(b, x => x, y => y, (x, ys) => ys.Count()))); Say(a.SequenceEqual(b)); Say(string.Join(",", a.Concat(b).GroupBy(x => x % 2).Select(g => g.Key * 100 + g.Count()))); Say(string.Join(",", a.Concat(b).ToLookup(x => x)[2])); Say(a.ToDictionary(x => $"{x}", StringComparer.Ordinal).Count); Say(string.Join(",", new[] { "a", "A" }.GroupBy(x => x, StringComparer.OrdinalIgnoreCase).Select(g => g.Count()))); Say(new[] { "a", "A" }.Distinct(StringComparer.OrdinalIgnoreCase).Count()); Say(new[] { ("a", 1), ("b", 2) }.ToDictionary().Count); Say(new[] { "b", "a" }.Min(StringComparer.Ordinal)); Say(string.Join(",", a.SelectMany(x => b, (x, y) => x * y))); Say(string.Join(",", Enumerable.Sequence(1, 9, 4))); var lookup = a.ToLookup(x => x % 2, x => x * 10); Say(lookup.Contains(5)); Say(lookup.Count);
            Say(string.Join(",", new[] { "bb", "a", "c" }.OrderBy(x => x.Length).ThenByDescending(x => x, StringComparer.Ordinal)));
            """,
        ["spans"] = """
            Say(Total(1, 2, 3)); Say("a,b".AsSpan().IndexOf(',')); Say("abc".AsSpan(1).ToString()); Say("abc".AsSpan(1, 1).Length); ReadOnlySpan<char> s = " xy "; Say(s.Trim().ToString()); Say(s.Slice(1, 2).ToString()); Say(s[1]); Say(s.IsEmpty); Say(s.Contains('x')); ReadOnlySpan<int> n = [1, 2, 3]; Say(n.Length); Say(n[2]); Say(n.ToArray().Length); Say(n.SequenceEqual([1, 2, 3])); Say(n.IndexOf(2)); foreach (var x in n) Say(x); Say("abc".AsSpan().StartsWith("ab")); Say(s.IsWhiteSpace());
            ---
            static int Total(params ReadOnlySpan<int> all) { var sum = 0; for (var i = 0; i < all.Length; i++) sum += all[i]; foreach (var n in all) sum += n; return sum; }
            """,
        ["interfaces"] = """
            IList<int> l = new List<int> { 1 }; l.Add(2); l.Insert(0, 0); Say(l.Count); Say(l[1]); Say(l.IndexOf(2)); ICollection<int> c = l; Say(c.Remove(2)); IReadOnlyList<int> r = new[] { 4, 5 }; Say(r[1]); Say(r.Count); IDictionary<string, int> d = new Dictionary<string, int>(); d["a"] = 1; d.Add("b", 2); Say(d.TryGetValue("b", out var b)); Say(b); Say(d.Keys.Count); IReadOnlyDictionary<string, int> q = (Dictionary<string, int>)d; Say(q.ContainsKey("a")); Say(q.GetValueOrDefault("z")); ISet<int> s = new HashSet<int>(); Say(s.Add(1)); s.UnionWith([5, 6]); Say(s.IsSupersetOf([5])); IFormattable f = 255; Say(f.ToString("X", CultureInfo.InvariantCulture)); IEnumerable<int> e = l; using var it = e.GetEnumerator(); Say(it.MoveNext()); Say(new ReadOnlyCollection<int>(l)[0]); Say(new Collection<int> { 1, 2 }.Count); Say(new ReadOnlyDictionary<string, int>(d)["a"]);
            """,
    };

    /// <summary>A call that is refused, with a part of what is said.</summary>
    public static IReadOnlyDictionary<string, string> Refused { get; } = new Dictionary<string, string>
    {
        ["new List<string> { \"a\" }.Sort();"] = "how text is ordered depends on the machine's culture",
        ["Array.Sort(new[] { \"a\" });"] = "how text is ordered depends on the machine's culture",
        ["new List<(string, int)>().Sort();"] = "how text is ordered depends on the machine's culture",
        ["new SortedSet<string>();"] = "how text is ordered depends on the machine's culture",
        ["new SortedDictionary<string, int>();"] = "how text is ordered depends on the machine's culture",
        ["new SortedList<string, int>();"] = "how text is ordered depends on the machine's culture",
        ["new PriorityQueue<int, string>();"] = "how text is ordered depends on the machine's culture",
        ["ImmutableSortedSet.Create(\"a\");"] = "how text is ordered depends on the machine's culture",
        ["var c = Comparer<string>.Default;"] = "how text is ordered depends on the machine's culture",
        ["\"a\".CompareTo(\"b\");"] = "its result depends on the machine's culture; use string.CompareOrdinal",
        ["new[] { \"a\" }.OrderBy(x => x, (IComparer<string>?)null);"] = "how text is ordered depends on the machine's culture",
        ["string.Compare(\"a\", \"b\");"] = "its result depends on the machine's culture",
        ["string.Compare(\"a\", \"b\", StringComparison.CurrentCulture);"] = "a comparison by culture depends on the machine",
        ["\"a\".ToLower();"] = "its result depends on the machine's culture; use ToLowerInvariant",
        ["double.Parse(\"1.5\");"] = "how a number with a point is read depends on the machine's culture",
        ["Convert.ToDouble(\"1.5\");"] = "how a number with a point is read depends on the machine's culture",
        ["Convert.ToString(1.5);"] = "how a number with a point is written depends on the machine's culture",
        ["new StringBuilder().Append(1.5);"] = "how a number with a point is written depends on the machine's culture",
        ["new StringBuilder().AppendLine(\"a\");"] = "how a line ends depends on the machine",
        ["\"a\".ReplaceLineEndings();"] = "how a line ends depends on the machine",
        ["BitConverter.GetBytes(1);"] = "the order of bytes depends on the machine",
        ["new Exception(\"a\").ToString();"] = "a trace of the stack",
        ["var x = new Exception(\"a\").Data;"] = "cannot be called at compile time",
        ["var x = DateTime.Now;"] = "a definition gives the same network every time",
        ["var x = DateTime.Today;"] = "a definition gives the same network every time",
        ["new DateOnly(2024, 1, 1).ToString();"] = "how a date is written depends on the machine's culture",
        ["\"a\".GetHashCode();"] = "cannot be called at compile time",
        ["HashCode.Combine(1, 2);"] = "cannot be called at compile time",
        ["new int[0].Shuffle();"] = "cannot be called at compile time",
        ["var x = CultureInfo.CurrentCulture;"] = "cannot be called at compile time",
        ["var x = StringComparer.CurrentCulture;"] = "cannot be called at compile time",
        ["Names.Sort();\n---\nstatic readonly List<int> Names = [2, 1];"] = "this changes a collection of a static",
        ["Names.AddFirst(1);\n---\nstatic readonly LinkedList<int> Names = new([2, 1]);"] = "this changes a collection of a static",
        ["Names.First!.Value = 1;\n---\nstatic readonly LinkedList<int> Names = new([2, 1]);"] = "this changes a collection of a static",
        ["Array.Sort(Names);\n---\nstatic readonly int[] Names = [2, 1];"] = "this changes a collection of a static",
        ["new List<int> { 1 }.CopyTo(Names);\n---\nstatic readonly int[] Names = [2, 1];"] = "this changes a collection of a static",
        ["Array.Clear(Names);\n---\nstatic readonly int[] Names = [2, 1];"] = "this changes a collection of a static",
        ["Names.SetValue(1, 0);\n---\nstatic readonly int[] Names = [2, 1];"] = "this changes a collection of a static",
        ["Names.RemoveWhere(n => n > 1);\n---\nstatic readonly HashSet<int> Names = [2, 1];"] = "this changes a collection of a static",
        ["Names.Enqueue(1, 1);\n---\nstatic readonly PriorityQueue<int, int> Names = new();"] = "this changes a collection of a static",
        ["Names.Append('a');\n---\nstatic readonly StringBuilder Names = new();"] = "this changes a collection of a static",
        ["Names.TryAdd(1, 1);\n---\nstatic readonly Dictionary<int, int> Names = new();"] = "this changes a collection of a static",
        ["Names.Add(1);\n---\nstatic readonly SortedSet<int> Names = [];"] = "this changes a collection of a static",
        ["Names.AddRange(1, 2);\n---\nstatic readonly List<int> Names = [];"] = "this changes a collection of a static",
        ["System.Net.Dns.GetHostName();"] = "a definition does not use the network that it describes",
    };
}
