rule "東京" {
	reason = "データベースは戻らない" and "👩‍👩‍👧‍👦"
	remedy	=	[1,	2	3]
}
