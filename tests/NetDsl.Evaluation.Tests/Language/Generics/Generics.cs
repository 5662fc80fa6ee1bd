namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Generic methods, types, constraints, inference and variance.</summary>
static class Generics
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new(
            "generic class",
            "Type parameters",
            """
            var s = new Stack2<string>();
            s.Push("a");
            s.Push("b");
            return s.Pop() + s.Pop() + s.Count + new Stack2<int>().Count;
            --- types
            class Stack2<T>
            {
                readonly List<T> items = [];
                public int Count => items.Count;
                public void Push(T item) => items.Add(item);
                public T Pop() { var last = items[^1]; items.RemoveAt(items.Count - 1); return last; }
            }
            """,
            "ba00"),
        new(
            "generic method with inference",
            "Type inference",
            """
            static T First<T>(T a, T b) => a;
            static List<R> Map<T, R>(List<T> items, Func<T, R> f)
            {
                List<R> all = [];
                foreach (var item in items) all.Add(f(item));
                return all;
            }
            object o = First(1, 2L);
            return $"{o is long}{string.Join(",", Map([1, 2], n => $"<{n}>"))}{First<object>("a", 1)}";
            """,
            "True<1>,<2>a"),
        new(
            "two phase inference through lambdas",
            "Type inference",
            """
            static Z F<X, Y, Z>(X value, Func<X, Y> f1, Func<Y, Z> f2) => f2(f1(value));
            static R Call<R>(Func<R> f) => f();
            object seconds = F("1:15", s => s.Length, n => n * 2.0);
            return $"{seconds is double and 8.0}{Call(() => "x")}{Call(() => (1, 'c')).Item2}";
            """,
            "Truexc"),
        new(
            "type parameter constraints",
            "Type parameter constraints",
            """
            static T Max<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b;
            static T Make<T>() where T : new() => new T();
            static string Kind<T>(T? t) where T : class => t is null ? "none" : "some";
            static T? Maybe<T>(bool b, T t) where T : struct => b ? t : null;
            static string Name<T>(T t) where T : Animal, INoise => t.Name + t.Noise();
            return $"{Max(3, 5)}{Max('b', 'a')}{Make<List<int>>().Count}{Make<int>()}{Kind<string>(null)}{Maybe(false, 1) is null}{Name(new Dog())}";
            --- types
            interface INoise { string Noise(); }
            class Animal { public string Name => "dog"; }
            class Dog : Animal, INoise { public string Noise() => "woof"; }
            """,
            "5b00noneTruedogwoof"),
        new(
            "enum, unmanaged and notnull constraints",
            "Type parameter constraints",
            """
            static string E<T>(T t) where T : struct, Enum => $"{t}";
            static int Size<T>(T[] items) where T : unmanaged => items.Length;
            static string N<T>(T t) where T : notnull => t.ToString()!;
            return E(Color.Red) + Size([1, 2]) + N(5);
            --- types
            enum Color { Red }
            """,
            "Red25"),
        new(
            "static fields of constructed types are distinct",
            "Static and instance fields",
            """
            return $"{Info<int>.Name}{Info<string>.Name}{ReferenceEquals(Info<int>.Box, Info<int>.Box)}{ReferenceEquals(Info<int>.Box, Info<long>.Box)}";
            --- types
            static class Info<T>
            {
                public static readonly string Name = typeof(T).Name;
                public static readonly object Box = new();
            }
            """,
            "Int32StringTrueFalse"),
        new(
            "default of a type parameter",
            "Default value expressions",
            """
            static T? Find<T>(List<T> items, Func<T, bool> test)
            {
                foreach (var item in items)
                    if (test(item)) return item;
                return default;
            }
            return $"{Find([1, 2], n => n > 5)}{Find(["a"], s => s == "b") ?? "null"}{EqualityComparer<int>.Default.Equals(0, default)}";
            """,
            "0nullTrue"),
        new(
            "covariance",
            "Variance conversion",
            """
            IEnumerable<string> strings = ["a", "b"];
            IEnumerable<object> objects = strings;
            IProducer<Cat> cats = new Maker();
            IProducer<Animal> animals = cats;
            Func<string> f = () => "f";
            Func<object> g = f;
            return $"{objects.Count()}{animals.Get().Name}{g()}{objects is IEnumerable<string>}";
            --- types
            class Animal { public virtual string Name => "animal"; }
            class Cat : Animal { public override string Name => "cat"; }
            interface IProducer<out T> { T Get(); }
            class Maker : IProducer<Cat> { public Cat Get() => new(); }
            """,
            "2catfTrue"),
        new(
            "contravariance",
            "Variance conversion",
            """
            Action<object> show = o => { };
            Action<string> strings = show;
            ITaker<Animal> any = new Taker();
            ITaker<Cat> cats = any;
            Comparison<object> same = (a, b) => 0;
            Comparison<string> text = same;
            return cats.Take(new Cat()) + text("a", "b") + ReferenceEquals(show, strings);
            --- types
            class Animal;
            class Cat : Animal;
            interface ITaker<in T> { string Take(T t); }
            class Taker : ITaker<Animal> { public string Take(Animal a) => a is Cat ? "took a cat" : "took"; }
            """,
            "took a cat0True"),
        new(
            "array covariance",
            "Array covariance",
            """
            string[] s = ["a", "b"];
            object[] o = s;
            o[0] = "c";
            return $"{s[0]}{o is string[]}{ReferenceEquals(s, o)}{((IList<object>)o).Count}";
            """,
            "cTrueTrue2"),
        new(
            "nested generic types",
            "Nested types",
            """
            return new Outer<int>.Inner<string>(1, "a").Text + Outer<bool>.Depth;
            --- types
            class Outer<T>
            {
                public const int Depth = 1;
                public class Inner<U>(T t, U u) { public string Text => $"{t}{u}"; }
            }
            """,
            "1a1"),
        new(
            "generic interface implemented twice",
            "Uniqueness of implemented interfaces",
            """
            var c = new Both();
            return ((IGet<int>)c).Get() + ((IGet<string>)c).Get();
            --- types
            interface IGet<T> { T Get(); }
            class Both : IGet<int>, IGet<string>
            {
                int IGet<int>.Get() => 5;
                string IGet<string>.Get() => "five";
            }
            """,
            "5five"),
        new(
            "recursive constraint",
            "Type parameter constraints",
            """
            return new Child().Set("a").Only("b").Text;
            --- types
            class Builder<TSelf> where TSelf : Builder<TSelf>
            {
                public string Text = "";
                public TSelf Set(string s) { Text += s; return (TSelf)this; }
            }
            class Child : Builder<Child> { public Child Only(string s) { Text += s + "!"; return this; } }
            """,
            "ab!"),
        new(
            "generic virtual method",
            "Type parameters",
            """
            A a = new B();
            return a.Show(1) + a.Show("x") + new A().Show('c');
            --- types
            class A { public virtual string Show<T>(T t) => $"A{t}"; }
            class B : A { public override string Show<T>(T t) => $"B{t}{base.Show(t)}"; }
            """,
            "B1A1BxAxAc"),
        new(
            "typeof and is on a type parameter",
            "The typeof operator",
            """
            static string Kind<T>(T t) => typeof(T) == typeof(int) ? "int" : t is string ? "string" : typeof(T) == typeof(object) ? "object" : "other";
            return Kind(1) + Kind("s") + Kind<object>(1) + Kind('c');
            """,
            "intstringobjectother"),
        new(
            "struct constrained call does not box",
            "Type parameter constraints",
            """
            static void Bump<T>(ref T t) where T : IBump => t.Bump();
            var c = new Counter();
            Bump(ref c);
            Bump(ref c);
            return $"{c.N}";
            --- types
            interface IBump { void Bump(); }
            struct Counter : IBump { public int N; public void Bump() => N++; }
            """,
            "2"),
        new(
            "generic math",
            "Feature: static abstract members in interfaces",
            """
            static T Total<T>(IEnumerable<T> items) where T : System.Numerics.INumber<T>
            {
                var sum = T.Zero;
                foreach (var item in items) sum += item;
                return sum;
            }
            return $"{Total([1, 2, 3])}{Total([1.5, 2.5]) == 4}{Total([1L])}";
            """,
            "6True1"),
        new(
            "generic delegate and alias",
            "Delegate declarations",
            """
            Transform<int, string> t = n => $"<{n}>";
            return t(5) + Apply(new Transform<string, int>(s => s.Length), "abc");
            static R Apply<T, R>(Transform<T, R> f, T t) => f(t);
            --- types
            delegate R Transform<in T, out R>(T t);
            """,
            "<5>3"),
        new(
            "field of a generic struct",
            "Struct declarations",
            """
            var o = new Option<int>(5);
            var none = default(Option<string>);
            return $"{o.Map(n => n + 1).Or(0)}{none.Or("none")}{none.Map(s => s.Length).Or(-1)}";
            --- types
            readonly struct Option<T>(T value)
            {
                readonly T value = value;
                readonly bool some = true;
                public Option<R> Map<R>(Func<T, R> f) => some ? new(f(value)) : default;
                public T Or(T other) => some ? value : other;
            }
            """,
            "6none-1"),
    ];
}
